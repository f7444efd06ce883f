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
        // The draft before the link: who reads the draft as a submission left it then reads the link as that submission left it, too.
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.LinkId == linkId, ct);
        var link = await db.Links.SingleAsync(l => l.Id == linkId, ct);
        return link.StandingAt(now) switch
        {
            LinkStanding.Open when draft is not null => draft,
            LinkStanding.Submitted => new Error(RegistrationErrors.AlreadySubmitted),
            _ => new Error(RegistrationErrors.LinkExpired),
        };
    }

    /// <summary>Notes that the registrant of an opened draft has come as far as a step.</summary>
    public static async Task ReachAsync(this IRegistrationDb db, Guid linkId, RegistrationStep step, CancellationToken ct) =>
        (await db.Links.FindAsync([linkId], ct))!.Reach(step);
}
