using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>
/// What a registrant is entering (⑨–⑫), as typed. The working copy is what the pages show; the saved copy is what 一時保存する kept.
/// Unsaved work lives as long as the session.
/// </summary>
public sealed class Draft : AggregateRoot
{
    private Draft()
    {
    }

    /// <summary>The link it is entered with; one draft a link.</summary>
    public Guid LinkId { get; private set; }

    /// <summary>Kind chosen at ⑨; null before.</summary>
    public ApplicationType? Type { get; private set; }

    /// <summary>The values as typed, valid or not.</summary>
    public FieldValues Working { get; private set; } = FieldValues.Empty;

    /// <summary>Whether the working copy was confirmed at ⑪ as it stands.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Kind of the saved copy; null when nothing is saved.</summary>
    public ApplicationType? SavedType { get; private set; }

    /// <summary>The values 一時保存する kept.</summary>
    public FieldValues Saved { get; private set; } = FieldValues.Empty;

    /// <summary>When they were saved.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>An empty draft of a link.</summary>
    public static Draft Of(RegistrationLink link) => new() { LinkId = link.Id };

    /// <summary>手続き再開用URL: a draft with everything the application holds, saved already.</summary>
    public static Draft Reopen(RegistrationLink link, RegistrationApplication application, DateTimeOffset now) => new()
    {
        LinkId = link.Id,
        SavedType = application.Type,
        Saved = application.Details,
        SavedAt = now,
    };

    /// <summary>Another 手続き再開用URL in place of the one sent: what was saved with that one moves over.</summary>
    public static Draft TakeOver(RegistrationLink link, Draft replaced)
    {
        var draft = new Draft { LinkId = link.Id, SavedType = replaced.SavedType, Saved = replaced.Saved, SavedAt = replaced.SavedAt };
        replaced.Empty();
        return draft;
    }

    /// <summary>Whether there is typed input that 一時保存する has not kept.</summary>
    public bool HasUnsaved =>
        Type is { } type && !Working.Equals(ApplicationFields.Defaults(type)) && !(SavedType == type && Working.Equals(Saved));

    /// <summary>⑨: starts a kind afresh; a saved copy stays until it is saved over.</summary>
    public void Begin(ApplicationType type)
    {
        Type = type;
        Working = ApplicationFields.Defaults(type);
        IsConfirmed = false;
    }

    /// <summary>⑨ 続きから入力する: goes on with the saved copy.</summary>
    public Result Resume()
    {
        if (SavedType is null) return new Error(RegistrationErrors.NothingSaved);
        Type = SavedType;
        Working = Saved;
        IsConfirmed = false;
        return Result.Done;
    }

    /// <summary>
    /// ⑩: keeps what was typed, provided it was typed into the page shown last. When entering again has discarded the working copy meanwhile,
    /// the page, shown again since, brings it back with its kind.
    /// </summary>
    public Result Enter(ApplicationType type, int version, FieldValues typed)
    {
        if (Type is not null && Type != type) return new Error(RegistrationErrors.TypeChanged);
        if (version != Version) return new Error(RegistrationErrors.DraftChanged);
        if (Type == type && typed.Equals(Working)) return Result.Done;
        Type = type;
        Working = typed;
        IsConfirmed = false;
        return Result.Done;
    }

    /// <summary>⑩ 一時保存する: the working copy survives the session. With no kind chosen there is none, and an earlier saved copy stays.</summary>
    public void Save(DateTimeOffset now)
    {
        if (Type is null) return;
        SavedType = Type;
        Saved = Working;
        SavedAt = now;
    }

    /// <summary>⑪ Webサービス利用規約の同意へ: the registrant has seen the tidied values and goes on.</summary>
    public void Confirm() => IsConfirmed = true;

    /// <summary>申込手続きの内容と流れへ, or a new session: what was not saved is gone.</summary>
    public void DiscardUnsaved()
    {
        Type = null;
        Working = FieldValues.Empty;
        IsConfirmed = false;
    }

    /// <summary>⑥ 再送する: what was saved with the replaced link goes on with the new one.</summary>
    public void HandOver(RegistrationLink link) => LinkId = link.Id;

    /// <summary>⑫: the application has taken over; nothing personal stays here.</summary>
    public void Empty()
    {
        DiscardUnsaved();
        SavedType = null;
        Saved = FieldValues.Empty;
        SavedAt = null;
    }
}
