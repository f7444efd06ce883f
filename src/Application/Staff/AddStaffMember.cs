using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Application.Staff;

/// <summary>職員を追加する: a supervisor, or the operator on the command line, adds a member of staff, who chooses a password at the first sign-in.</summary>
public static class AddStaffMember
{
    /// <summary>The request.</summary>
    /// <param name="By">The supervisor; null for the operator.</param>
    /// <param name="StaffId">職員ID as typed.</param>
    /// <param name="Name">氏名 as typed.</param>
    /// <param name="Roles">What the member may do.</param>
    public sealed record Command(Guid? By, string StaffId, string Name, StaffRoles Roles) : IRequest<Result<IssuedPassword>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.StaffId).Cascade(CascadeMode.Stop)
                .NotEmpty().WithErrorCode(StaffErrors.IdRequired)
                .Must(typed => Domain.Staff.StaffId.Read(typed) is not null).WithErrorCode(StaffErrors.IdInvalid);
            RuleFor(c => c.Name).IsStaffName();
            RuleFor(c => c.Roles).IsStaffRoles();
        }
    }

    internal sealed class Handler(IStaffDb db, IPasswordHasher hasher, CredentialPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<IssuedPassword>>
    {
        public async Task<Result<IssuedPassword>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var id = StaffId.Read(request.StaffId)!;
            var (password, credential) = IssuedPassword.Make(id, hasher, policy, now);
            await db.TakeTurnAsync(StaffMembers.Audience, cancellationToken);
            var by = request.By is { } supervisor ? await db.StaffMembers.SingleAsync(m => m.Id == supervisor, cancellationToken) : null;
            if (await db.FindAsync(id.Value, cancellationToken) is not null) return Error.At(nameof(request.StaffId), StaffErrors.IdTaken);

            var added = StaffMember.Add(by, id, request.Name.Trim(), request.Roles, credential, now);
            if (!added.Succeeded) return Result<IssuedPassword>.Refuse(added.Errors);
            db.StaffMembers.Add(added.Value);
            await db.SaveAsync(cancellationToken);
            return new IssuedPassword(id, password, credential.InitialUntil!.Value);
        }
    }
}
