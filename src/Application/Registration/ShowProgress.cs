using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>How far a registrant has come (⑨–⑬): what each step's page shows, and which step comes next.</summary>
public static class ShowProgress
{
    /// <summary>The question.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    public sealed record Query(Guid LinkId) : IRequest<Result<Progress>>;

    /// <summary>What a saved draft is offered with.</summary>
    /// <param name="Type">Its kind.</param>
    /// <param name="At">When it was saved.</param>
    public sealed record SavedCopy(ApplicationType Type, DateTimeOffset At);

    /// <summary>The progress.</summary>
    /// <param name="Version">Version of the draft shown; posted back with every step.</param>
    /// <param name="Entry">What was entered, read; null before a kind is chosen.</param>
    /// <param name="IsConfirmed">Whether ⑪ was confirmed.</param>
    /// <param name="Saved">The saved copy, if there is one.</param>
    /// <param name="IsSubmitted">Whether ⑫ is done.</param>
    /// <param name="LinkExpiresAt">Until when an application can be entered.</param>
    public sealed record Progress(int Version, ApplicationEntry? Entry, bool IsConfirmed, SavedCopy? Saved, bool IsSubmitted, DateTimeOffset LinkExpiresAt);

    internal sealed class Handler(IRegistrationDb db, IPrintableText printable) : IRequestHandler<Query, Result<Progress>>
    {
        public async Task<Result<Progress>> Handle(Query request, CancellationToken cancellationToken)
        {
            var shown = await db.Drafts.Where(d => d.LinkId == request.LinkId)
                .Join(db.Links, d => d.LinkId, l => l.Id, (d, l) =>
                    new { d.Version, d.Type, d.Working, d.IsConfirmed, d.SavedType, d.SavedAt, IsSubmitted = l.ApplicationId != null, l.ExpiresAt })
                .SingleAsync(cancellationToken);
            return new Progress(
                shown.Version,
                shown.Type is { } type ? ApplicationEntry.Read(type, shown.Working, printable) : null,
                shown.IsConfirmed,
                shown is { SavedType: { } savedType, SavedAt: { } savedAt } ? new(savedType, savedAt) : null,
                shown.IsSubmitted,
                shown.ExpiresAt);
        }
    }
}
