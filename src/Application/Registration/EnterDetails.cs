using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑩ Step 2: what was typed is kept as typed, valid or not; then the registrant goes on, saves, or goes back to ⑨.</summary>
public static class EnterDetails
{
    /// <summary>Which button was pressed.</summary>
    public enum Button
    {
        /// <summary>申込情報の確認へ.</summary>
        GoOn,

        /// <summary>一時保存する.</summary>
        Save,

        /// <summary>一時保存して終了する, when the session is about to end.</summary>
        SaveAndClose,

        /// <summary>申込手続きの内容と流れへ.</summary>
        GoBack,
    }

    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Type">Kind of the page it was typed into.</param>
    /// <param name="Version">Version of the draft the page showed.</param>
    /// <param name="Typed">The values as typed.</param>
    /// <param name="Pressed">The button.</param>
    public sealed record Command(Guid LinkId, ApplicationType Type, int Version, FieldValues Typed, Button Pressed) : IRequest<Result<Outcome>>;

    /// <summary>How it ended.</summary>
    public enum Outcome
    {
        /// <summary>Everything is in order: on to ⑪.</summary>
        Complete,

        /// <summary>Something has to be mended: ⑩ again, with the errors.</summary>
        Incomplete,

        /// <summary>Saved: ⑩ again, saying so.</summary>
        Saved,

        /// <summary>Saved, and the registrant leaves.</summary>
        SavedAndClosed,

        /// <summary>Going back would lose input: the registrant is asked first.</summary>
        WouldLoseInput,

        /// <summary>Nothing to lose: back to ⑨.</summary>
        WentBack,
    }

    internal sealed class Handler(IRegistrationDb db, IPrintableText printable, TimeProvider clock) : IRequestHandler<Command, Result<Outcome>>
    {
        public async Task<Result<Outcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var opened = await db.OpenDraftAsync(request.LinkId, now, cancellationToken);
            if (!opened.Succeeded) return Result<Outcome>.Refuse(opened.Errors);
            var draft = opened.Value;
            var entered = draft.Enter(request.Type, request.Version, request.Typed);
            if (!entered.Succeeded) return Result<Outcome>.Refuse(entered.Errors);

            var outcome = Press(draft, request.Pressed, now);
            if (outcome == Outcome.Complete) await db.ReachAsync(request.LinkId, RegistrationStep.Entered, cancellationToken);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? outcome : Result<Outcome>.Refuse(saved.Errors);
        }

        private Outcome Press(Draft draft, Button pressed, DateTimeOffset now)
        {
            switch (pressed)
            {
                case Button.Save:
                    draft.Save(now);
                    return Outcome.Saved;
                case Button.SaveAndClose:
                    draft.Save(now);
                    return Outcome.SavedAndClosed;
                case Button.GoBack when draft.HasUnsaved:
                    return Outcome.WouldLoseInput;
                case Button.GoBack:
                    draft.DiscardUnsaved();
                    return Outcome.WentBack;
                default:
                    return ApplicationEntry.Read(draft.Type!.Value, draft.Working, printable).Errors.Count == 0 ? Outcome.Complete : Outcome.Incomplete;
            }
        }
    }
}
