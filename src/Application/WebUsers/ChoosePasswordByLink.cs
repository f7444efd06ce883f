using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>パスワードを設定する: whoever has the link of M17 or M18 sets a password, once. Nobody is logged in by it: the password, and a code where one is asked, come next (⑮).</summary>
public static class ChoosePasswordByLink
{
    /// <summary>The request.</summary>
    /// <param name="Token">Token of the URL.</param>
    /// <param name="New">新しいパスワード as typed.</param>
    /// <param name="NewAgain">新しいパスワード(確認用) as typed.</param>
    public sealed record Command(string Token, string New, string NewAgain) : IRequest<Result<WebUserId>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.New).NotEmpty().WithErrorCode(CredentialErrors.NewRequired);
    }

    internal sealed class Handler(IWebUsersDb db, IInsuranceUserOf insuranceUsers, PasswordGuard guard, IPasswordHasher hasher, TimeProvider clock) : IRequestHandler<Command, Result<WebUserId>>
    {
        public async Task<Result<WebUserId>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            if (await db.FindByLinkAsync(insuranceUsers, request.Token, now, cancellationToken) is not (_, { } owner)) return new Error(WebUserErrors.PasswordLinkUnusable);
            var broken = PasswordRules.Check(await insuranceUsers.WishAsync(owner, request.New, "", cancellationToken), nameof(request.New), request.NewAgain, nameof(request.NewAgain));
            if (broken.Count > 0) return Result<WebUserId>.Refuse(broken);
            if (owner.Credential is { } present && hasher.Fits(request.New, present.PasswordHash)) return Error.At(nameof(request.New), CredentialErrors.SameAsCurrent);
            owner.SetPassword(Credential.Chosen(hasher.Hash(request.New), now), now);
            await guard.LiftAsync(WebUserLookUp.Audience, owner.UserId.Value, cancellationToken);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? owner.UserId : Result<WebUserId>.Refuse(saved.Errors);
        }
    }
}
