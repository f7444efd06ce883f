using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>
/// 手続き再開用URLを送る: the registrant may change what was entered, with a link of its own (M04) that opens ⑩ filled in.
/// Sent again, the link sent before is void, and what was saved with it moves over.
/// </summary>
public static class ReopenApplication
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Version">Version of the case the page showed.</param>
    /// <param name="Note">What is to be changed; it stands in the mail.</param>
    public sealed record Command(ApplicationNumber Number, int Version, string Note) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).IsStaffText();
    }

    internal sealed class Handler(IRegistrationDb db, RegistrationPolicy policy, ICurrentActor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var (now, note) = (clock.Now(), StaffText.Tidy(request.Note));
            var opened = await db.OpenCaseAsync(request.Number, request.Version, now, cancellationToken);
            if (!opened.Succeeded) return opened;
            var application = opened.Value;

            var unused = await db.Links.Where(l => l.Resumes == application.Id && l.ApplicationId == null).OrderBy(l => l.IssuedAt).ToListAsync(cancellationToken);
            var replaced = application.StateAt(now) == ApplicationState.Reopened ? unused.LastOrDefault() : null;
            var link = RegistrationLink.IssueToResume(application, LinkToken.New(), RegistrationPassword.New(), policy, now, note);
            if (application.Reopen(link, note, new Actor(actor.Name), now) is { Succeeded: false } refused) return refused;

            foreach (var old in unused) old.Replace(now);
            db.Links.Add(link);
            db.Drafts.Add(replaced is null
                ? Draft.Reopen(link, application, now)
                : Draft.TakeOver(link, await db.Drafts.SingleAsync(d => d.LinkId == replaced.Id, cancellationToken)));
            return await db.SaveAsync(cancellationToken);
        }
    }
}
