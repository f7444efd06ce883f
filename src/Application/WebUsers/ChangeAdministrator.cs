using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>Staff put another person in an administrator's place: the old ID ends, the new person gets an ID and a letter.</summary>
public static class ChangeAdministrator
{
    /// <summary>The fields about the new person, in the order of the form.</summary>
    public static IReadOnlyList<ApplicationField> Fields => AdministratorFields.All;

    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID of the administrator who leaves.</param>
    /// <param name="Typed">The new person, in the fields of step 2, as typed.</param>
    public sealed record Command(string UserId, FieldValues Typed) : IRequest<Result<WebUserId>>;

    internal sealed class Handler(IWebUsersDb db, ILetterAddresses addresses, IPrintableText printable, TimeProvider clock) : IRequestHandler<Command, Result<WebUserId>>
    {
        public async Task<Result<WebUserId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var entry = ApplicationEntry.Read(ApplicationType.WebUser, AdministratorFields.All, request.Typed, printable);
            if (entry.Errors.Count > 0) return Result<WebUserId>.Refuse(entry.Errors);
            var found = await db.FindAdministratorAsync(request.UserId, cancellationToken);
            if (!found.Succeeded) return Result<WebUserId>.Refuse(found.Errors);
            if (await addresses.RefusalAsync(found.Value.InsuranceUserId, cancellationToken) is { } refused) return refused;

            var (leaving, letter) = (found.Value, await db.LastNoticeAsync(found.Value.Id, cancellationToken));
            // A case that waits for the letter of the one who leaves waits for the new one's.
            var applicationId = letter.AwaitedBy;
            leaving.End(now);
            letter.MakeVoid();
            var address = await addresses.OfAsync(leaving.InsuranceUserId, cancellationToken);
            var id = await db.AddAdministratorAsync(
                leaving.InsuranceUserId, entry.Tidied.ToPerson(), entry.Tidied.WishesOneTimePassword(), applicationId, address, now, cancellationToken);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? id : Result<WebUserId>.Refuse(saved.Errors);
        }
    }
}
