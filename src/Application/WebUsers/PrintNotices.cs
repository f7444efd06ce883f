using FluentValidation;
using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>
/// 印刷する, or 印刷し直す: letters as one PDF, each with an initial password made for this print; the one of the print before is void.
/// The passwords leave in the PDF and are kept nowhere: a letter that did not come out is printed again.
/// </summary>
public static class PrintNotices
{
    /// <summary>Most letters at once: a stack that somebody can still look through, in less than a second of both processors.</summary>
    public const int MostAtOnce = 50;

    /// <summary>The request.</summary>
    /// <param name="Shown">発行番号 of the letters, as the page showed them: the same button pressed twice makes one print.</param>
    public sealed record Command(IReadOnlyList<string> Shown) : IRequest<Result<Letters>>;

    /// <summary>The letters to be printed.</summary>
    /// <param name="Pdf">The document, one letter a page, in the order of the list.</param>
    /// <param name="FileName">What it is called.</param>
    public sealed record Letters(byte[] Pdf, string FileName);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Shown).Cascade(CascadeMode.Stop)
            .NotEmpty().WithErrorCode(WebUserErrors.NoticeRequired)
            .Must(shown => shown.Count <= MostAtOnce).WithErrorCode(WebUserErrors.NoticesTooMany).WithState((_, shown) => new object[] { MostAtOnce, shown.Count });
    }

    internal sealed class Handler(
        IWebUsersDb db, IInsuranceUserCodes codes, IPasswordHasher hasher, CredentialPolicy policy, RegistrationNoticeWording wording, IRegistrationNoticeRenderer renderer,
        ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result<Letters>>
    {
        public async Task<Result<Letters>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var chosen = await db.ChosenAsync(request.Shown, cancellationToken);
            if (!chosen.Succeeded) return Result<Letters>.Refuse(chosen.Errors);
            var letters = chosen.Value;
            var refusals = letters.Select(letter => letter.Notice.RefusalToPrint(letter.Administrator) is { } why ? why with { Arguments = [letter.Number.UserId] } : null).OfType<Error>().ToList();
            if (refusals.Count > 0) return Result<Letters>.Refuse(refusals);
            var codeOf = await codes.OfAsync([.. letters.Select(letter => letter.Administrator.InsuranceUserId)], cancellationToken);

            // Hashed and drawn before anything is written, handed over when all is written: whoever gets a letter gets a password that counts,
            // and a letter whose way ends in between is only printed once more.
            var issued = Issue([.. letters.Select(letter => letter.Number.UserId)], now);
            var pdf = renderer.Render([.. letters.Zip(issued, (letter, made) => wording.Word(letter.Recipient, Content(letter, codeOf[letter.Administrator.InsuranceUserId], made), now))]);
            var by = new Actor(actor.Name);
            foreach (var (letter, made) in letters.Zip(issued)) letter.Notice.Print(letter.Administrator, made.Credential, by, now);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? new Letters(pdf, $"登録完了通知書_{now.ToOffset(JapanTime.Offset):yyyyMMdd-HHmm}.pdf") : Result<Letters>.Refuse(saved.Errors);
        }

        // A hash takes a processor for its whole time: as many at once as there are.
        private Issued[] Issue(IReadOnlyList<WebUserId> ids, DateTimeOffset now)
        {
            var issued = new Issued[ids.Count];
            Parallel.For(0, ids.Count, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                var password = InitialPassword.For(ids[i].Value);
                issued[i] = new(password, Credential.Initial(hasher.Hash(password.Value), policy, now));
            });
            return issued;
        }
    }

    private static NoticeContent Content(AddressedNotice letter, InsuranceUserCode code, Issued made) =>
        new(code.Value, letter.Number.Next, made.Password, JapanTime.DateAt(made.Credential.InitialUntil!.Value), letter.Administrator.WishesOneTimePassword);

    private sealed record Issued(InitialPassword Password, Credential Credential);
}
