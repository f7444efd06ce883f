using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑫ Step 4: the registrant agrees to the terms and submits; the form can be printed from now on. Submitting again changes nothing.</summary>
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
                    ? (await db.Applications.SingleAsync(a => a.LinkId == request.LinkId, cancellationToken)).Number
                    : Result<ApplicationNumber>.Refuse(opened.Errors);
            }
            var draft = opened.Value;
            if (draft.Type is not { } type) return new Error(RegistrationErrors.TypeNotChosen);
            if (draft.Version != request.Version) return new Error(RegistrationErrors.DraftChanged);
            if (!draft.IsConfirmed) return new Error(RegistrationErrors.NotConfirmed);
            if (request.TermsVersion != texts.Terms.Version) return new Error(RegistrationErrors.TermsRevised);
            var entry = ApplicationEntry.Read(type, draft.Working, printable);
            if (entry.Errors.Count > 0) return new Error(RegistrationErrors.EntryIncomplete);

            var link = await db.Links.SingleAsync(l => l.Id == request.LinkId, cancellationToken);
            var number = await db.NextApplicationNumberAsync(JapanTime.DateAt(now), cancellationToken);
            db.Applications.Add(RegistrationApplication.Submit(link, entry, number, new Consent(request.TermsVersion, now), policy, now));
            draft.Empty();
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? number : Result<ApplicationNumber>.Refuse(saved.Errors);
        }
    }
}
