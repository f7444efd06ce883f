using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The one way to a draft that may be changed: its link must still be open.</summary>
internal static class OpenDraft
{
    /// <summary>The draft of a link, or why it can no longer be changed.</summary>
    public static async Task<Result<Draft>> OpenDraftAsync(this IRegistrationDb db, Guid linkId, DateTimeOffset now, CancellationToken ct)
    {
        // In one look, so that both are as one submission left them.
        var found = await db.Links.Where(l => l.Id == linkId)
            .LeftJoin(db.Drafts, l => l.Id, d => d.LinkId, (link, draft) => new { Link = link, Draft = draft }).SingleAsync(ct);
        return found.Link.StandingAt(now) switch
        {
            LinkStanding.Open when found.Draft is { } draft => draft,
            LinkStanding.Submitted => new Error(RegistrationErrors.AlreadySubmitted),
            _ => new Error(RegistrationErrors.LinkExpired),
        };
    }

    /// <summary>Notes that the registrant of an opened draft has come as far as a step.</summary>
    public static async Task ReachAsync(this IRegistrationDb db, Guid linkId, RegistrationStep step, CancellationToken ct) =>
        (await db.Links.FindAsync([linkId], ct))!.Reach(step);
}
