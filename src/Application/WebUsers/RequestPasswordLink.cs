using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>
/// パスワードをお忘れの方: an applicant asks for a link to set another password (M18). It goes to the registered address and nowhere else;
/// whether there is such an applicant, and whether a mail could be sent within the limits, is told to nobody who asks.
/// </summary>
public static class RequestPasswordLink
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID as typed.</param>
    /// <param name="MailAddress">メールアドレス as typed.</param>
    public sealed record Command(string UserId, string MailAddress) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.UserId).NotEmpty().WithErrorCode(WebUserErrors.IdRequired);
            RuleFor(c => c.MailAddress).Must(typed => Read(typed) is not null).WithErrorCode(WebUserErrors.MailAddressInvalid);
        }
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var user = await db.FindAsync(request.UserId, cancellationToken);
            if (user is not { Role: WebUserRole.Applicant, State: WebUserState.Active } || user.Details.MailAddress.MailboxKey != Read(request.MailAddress)!.MailboxKey) return Result.Done;
            if (await insuranceUsers.IsSuspendedAsync(user.InsuranceUserId, cancellationToken)) return Result.Done;
            await db.TakeTurnAsync($"password-link {user.Id:N}", cancellationToken);
            if (!await IsWithinLimitsAsync(user.Id, now, cancellationToken))
            {
                await db.ForgetAsync();
                return Result.Done;
            }
            await db.IssueLinkAsync(user, PasswordLinkPurpose.Forgotten, policy, now, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }

        private async Task<bool> IsWithinLimitsAsync(Guid owner, DateTimeOffset now, CancellationToken ct)
        {
            var (hourAgo, dayAgo) = (now.AddHours(-1), now.AddDays(-1));
            var asked = db.PasswordLinks.Where(l => l.OwnerId == owner && l.Purpose == PasswordLinkPurpose.Forgotten);
            return await asked.CountAsync(l => l.IssuedAt > hourAgo, ct) < policy.ForgottenLinksPerHour && await asked.CountAsync(l => l.IssuedAt > dayAgo, ct) < policy.ForgottenLinksPerDay;
        }
    }

    private static EmailAddress? Read(string typed) => EmailAddress.Read(Tidying.HalfWidth(typed));
}
