using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>追加する: the administrator registers an applicant, who gets ID and link by mail (M17). The administrator never learns a password.</summary>
public static class AddApplicant
{
    /// <summary>The request.</summary>
    /// <param name="Form">Names the form: a person entered in it is added once, however often it is sent.</param>
    /// <param name="InsuranceUserId">The administrator's insurance user.</param>
    /// <param name="Typed">The fields (<see cref="ApplicantFields"/>) as typed.</param>
    public sealed record Command(Guid Form, Guid InsuranceUserId, FieldValues Typed) : IRequest<Result<WebUserId>>;

    internal sealed class Handler(IWebUsersDb db, Applicants applicants, IPrintableText printable, TimeProvider clock) : IRequestHandler<Command, Result<WebUserId>>
    {
        public async Task<Result<WebUserId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var entry = ApplicationEntry.Read(ApplicationType.WebUser, ApplicantFields.All, request.Typed, printable);
            if (entry.Errors.Count > 0) return Result<WebUserId>.Refuse(entry.Errors);
            var added = await applicants.AddAsync(request.Form, request.InsuranceUserId, [entry.Tidied.ToApplicant()], clock.Now(), cancellationToken);
            if (!added.Succeeded) return Result<WebUserId>.Refuse(added.Errors);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? added.Value[0] : Result<WebUserId>.Refuse(saved.Errors);
        }
    }
}
