using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑫ Step 4: the registrant agrees to the terms and submits; the form can be printed from now on. Pressing twice changes nothing; after a reopening the next revision is submitted.</summary>
public static class SubmitApplication
{
    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Version">Version of the draft that was confirmed.</param>
    /// <param name="TermsVersion">Version of the terms the page showed.</param>
    /// <param name="Agreed">Whether the box was ticked.</param>
    public sealed record Command(Guid LinkId, int Version, string TermsVersion, bool Agreed) : IRequest<Result<ApplicationNumber>>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Agreed).Equal(true).WithErrorCode(RegistrationErrors.ConsentRequired);
    }

    internal sealed class Handler(IRegistrationDb db, IPrintableText printable, OperatorTexts texts, RegistrationPolicy policy, TimeProvider clock)
        : IRequestHandler<Command, Result<ApplicationNumber>>
    {
        public async Task<Result<ApplicationNumber>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var opened = await db.OpenDraftAsync(request.LinkId, now, cancellationToken);
            if (!opened.Succeeded)
            {
                return opened.Errors[0].Code == RegistrationErrors.AlreadySubmitted
                    ? (await db.ApplicationsOf(request.LinkId).SingleAsync(cancellationToken)).Number
                    : Result<ApplicationNumber>.Refuse(opened.Errors);
            }
            var draft = opened.Value;
            if (draft.Type is not { } type) return new Error(RegistrationErrors.TypeNotChosen);
            if (draft.Version != request.Version) return new Error(RegistrationErrors.DraftChanged);
            if (!draft.IsConfirmed) return new Error(RegistrationErrors.NotConfirmed);
            if (request.TermsVersion != texts.Terms.Version) return new Error(RegistrationErrors.TermsRevised);
            var entry = ApplicationEntry.Read(type, draft.Working, printable);
            if (entry.Errors.Count > 0) return new Error(RegistrationErrors.EntryIncomplete);

            var link = (await db.Links.FindAsync([request.LinkId], cancellationToken))!;
            var consent = new Consent(request.TermsVersion, now);
            var submitted = link.Resumes is { } resumed
                ? await SubmitAgainAsync(resumed, link, entry, consent, now, cancellationToken)
                : await SubmitAsync(link, entry, consent, now, cancellationToken);
            if (!submitted.Succeeded) return submitted;
            draft.Empty();
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? submitted : Result<ApplicationNumber>.Refuse(saved.Errors);
        }

        private async Task<Result<ApplicationNumber>> SubmitAsync(RegistrationLink link, ApplicationEntry entry, Consent consent, DateTimeOffset now, CancellationToken ct)
        {
            var number = await db.NextApplicationNumberAsync(JapanTime.DateAt(now), ct);
            db.Applications.Add(RegistrationApplication.Submit(link, entry, number, consent, policy, now));
            return number;
        }

        private async Task<Result<ApplicationNumber>> SubmitAgainAsync(Guid applicationId, RegistrationLink link, ApplicationEntry entry, Consent consent, DateTimeOffset now, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == applicationId, ct);
            var submitted = application.SubmitAgain(link, entry, consent, policy, now);
            return submitted.Succeeded ? application.Number : Result<ApplicationNumber>.Refuse(submitted.Errors);
        }
    }
}
