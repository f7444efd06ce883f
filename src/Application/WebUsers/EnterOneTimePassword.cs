using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>⑮, second half: the one-time password, or a recovery code, after the right password.</summary>
public static class EnterOneTimePassword
{
    /// <summary>The request.</summary>
    /// <param name="HalfwayId">The login that waits.</param>
    /// <param name="Code">ワンタイムパスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    /// <param name="Browser">What the person looks through, in a few words.</param>
    public sealed record Command(Guid HalfwayId, string Code, string Origin, string Browser) : IRequest<Result<CodeOutcome>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().WithErrorCode(OneTimePasswordErrors.CodeRequired);
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, OneTimeCodes codes, TimeProvider clock) : IRequestHandler<Command, Result<CodeOutcome>>
    {
        public async Task<Result<CodeOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            return await codes.EnterAsync(WebUserLookUp.Audience, request.HalfwayId, request.Code, request.Origin, now,
                find: halfway => FindAsync(halfway, cancellationToken),
                begin: async user => (await db.BeginSessionAsync(user, request.Browser, now, cancellationToken)).Id,
                cancellationToken);
        }

        private async Task<(string Id, WebUser User)?> FindAsync(HalfwayLogIn halfway, CancellationToken ct)
        {
            var user = await db.WebUsers.SingleOrDefaultAsync(u => u.Id == halfway.OwnerId, ct);
            return user is { State: WebUserState.Active } && user.AccessVersion == halfway.AccessVersion && !await insuranceUsers.IsSuspendedAsync(user.InsuranceUserId, ct)
                ? (user.UserId.Value, user)
                : null;
        }
    }
}
