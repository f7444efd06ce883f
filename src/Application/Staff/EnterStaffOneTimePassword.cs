using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>ログインする in the back office, second half: the one-time password, or a recovery code, after the right password.</summary>
public static class EnterStaffOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="HalfwayId">The login that waits.</param>
    /// <param name="Code">ワンタイムパスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid HalfwayId, string Code, string Origin) : IRequest<Result<CodeOutcome>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().WithErrorCode(OneTimePasswordErrors.CodeRequired);
    }

    internal sealed class Handler(IStaffDb db, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result<CodeOutcome>>
    {
        public async Task<Result<CodeOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return await codes.EnterAsync(StaffMembers.Audience, request.HalfwayId, request.Code, request.Origin, now,
                find: halfway => FindAsync(halfway, cancellationToken),
                begin: member => Task.FromResult(Begin(member, now)),
                cancellationToken);
        }

        private async Task<(string Id, StaffMember Member)?> FindAsync(HalfwayLogIn halfway, CancellationToken ct)
        {
            var member = await db.StaffMembers.SingleOrDefaultAsync(m => m.Id == halfway.OwnerId, ct);
            return member is { IsSuspended: false } && member.AccessVersion == halfway.AccessVersion ? (member.StaffId.Value, member) : null;
        }

        private Guid Begin(StaffMember member, DateTimeOffset now)
        {
            var session = member.SignIn(now);
            db.StaffSessions.Add(session);
            return session.Id;
        }
    }
}
