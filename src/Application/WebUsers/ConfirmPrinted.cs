using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>正しく印刷できた: somebody looked at the letters, and they are ready for the post.</summary>
public static class ConfirmPrinted
{
    /// <summary>The request.</summary>
    /// <param name="Shown">発行番号 of the letters, as the page showed them: it is this print that came out well.</param>
    public sealed record Command(IReadOnlyList<string> Shown) : IRequest<Result<int>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Shown).NotEmpty().WithErrorCode(WebUserErrors.NoticeRequired);
    }

    internal sealed class Handler(IWebUsersDb db, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var chosen = await db.ChosenAsync(request.Shown, cancellationToken);
            if (!chosen.Succeeded) return Result<int>.Refuse(chosen.Errors);
            var refusals = chosen.Value.Where(letter => !letter.Notice.ConfirmPrinted(now).Succeeded)
                .Select(letter => new Error(WebUserErrors.NoticeChangedMeanwhile) { Arguments = [letter.Number.UserId] }).ToList();
            if (refusals.Count > 0) return Result<int>.Refuse(refusals);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? chosen.Value.Count : Result<int>.Refuse(saved.Errors);
        }
    }
}
