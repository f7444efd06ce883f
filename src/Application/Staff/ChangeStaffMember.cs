using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>変更する: a supervisor corrects a member's name or gives the member other roles.</summary>
public static class ChangeStaffMember
{
    /// <summary>The request.</summary>
    /// <param name="By">The supervisor.</param>
    /// <param name="StaffId">Whom.</param>
    /// <param name="Version">Version the page showed.</param>
    /// <param name="Name">氏名 as typed.</param>
    /// <param name="Roles">What the member may do from now on.</param>
    public sealed record Command(Guid By, string StaffId, int Version, string Name, StaffRoles Roles) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).IsStaffName();
            RuleFor(c => c.Roles).IsStaffRoles();
        }
    }

    internal sealed class Handler(IStaffDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var taken = await db.TakeUpAsync(request.By, request.StaffId, request.Version, cancellationToken);
            if (!taken.Succeeded) return taken;
            var (by, member) = taken.Value;
            if (member.Rename(by, request.Name.Trim(), now) is { Succeeded: false } refused) return refused;
            if (member.Assign(by, request.Roles, now) is { Succeeded: false } kept) return kept;
            return await db.SaveAsync(cancellationToken);
        }
    }
}
