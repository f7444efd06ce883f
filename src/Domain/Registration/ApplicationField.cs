namespace NexiPortal.Domain.Registration;

/// <summary>The boxes of step 2 and of the form, in order.</summary>
public enum FieldGroup
{
    /// <summary>申込関連情報.</summary>
    Application,

    /// <summary>保険利用者の情報.</summary>
    InsuranceUser,

    /// <summary>Webユーザー(管理者)の情報.</summary>
    Administrator,

    /// <summary>Webサービス設定情報.</summary>
    WebService,

    /// <summary>Webユーザー(申込者)の情報; in the Web service only, not at step 2.</summary>
    Applicant,
}

/// <summary>Whether a kind of application asks for a field.</summary>
public enum Requirement
{
    /// <summary>– not asked.</summary>
    NotAsked,

    /// <summary>○ may be left empty.</summary>
    Optional,

    /// <summary>◎ must be entered.</summary>
    Required,
}

/// <summary>One field of step 2 (⑩), declared once for the page, the checks, ⑪, the form, the back office and the CSV.</summary>
/// <param name="Key">Stable key in the database and in the page.</param>
/// <param name="Label">Label beside the control.</param>
/// <param name="Group">Box it stands in.</param>
/// <param name="Rule">How it is tidied and checked.</param>
public sealed record ApplicationField(string Key, string Label, FieldGroup Group, FieldRule Rule)
{
    private readonly string? _fullName;

    /// <summary>The name that needs no surroundings, for errors: 代表者の氏名.</summary>
    public string FullName
    {
        get => _fullName ?? Label;
        init => _fullName = value;
    }

    /// <summary>The legend shared by the fields of one row of the manual's table, such as 代表者; empty for a field of its own.</summary>
    public string Legend { get; init; } = "";

    /// <summary>What each kind asks, in the order head office, branch, Web user.</summary>
    public required (Requirement HeadOffice, Requirement Branch, Requirement WebUser) Asked { get; init; }

    /// <summary>Choice made beforehand for a kind; null for none.</summary>
    public Func<ApplicationType, string?> Default { get; init; } = _ => null;

    /// <summary>An example of a good value.</summary>
    public string Example { get; init; } = "";

    /// <summary>A remark that stands at the control for everybody.</summary>
    public string Note { get; init; } = "";

    /// <summary>Help text: what to enter.</summary>
    public required string Enter { get; init; }

    /// <summary>Help text: why it is asked and what it is used for.</summary>
    public required string Why { get; init; }

    /// <summary>What browsers may fill in by themselves (the HTML autofill token); empty for nothing.</summary>
    public string Autofill { get; init; } = "";

    /// <summary>The field that is typed here a second time; null for a field of its own.</summary>
    public ApplicationField? Confirms { get; init; }

    /// <summary>The field of which this one or that one must be entered; null when it stands by itself.</summary>
    public ApplicationField? OrElse { get; init; }

    /// <summary>Whether the value is neither shown nor printed: a second typing of another field.</summary>
    public bool IsConfirmation => Confirms is not null;

    /// <summary>Whether the given kind asks for this field.</summary>
    public Requirement For(ApplicationType type) => type switch
    {
        ApplicationType.HeadOffice => Asked.HeadOffice,
        ApplicationType.Branch => Asked.Branch,
        ApplicationType.WebUser => Asked.WebUser,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The value as people read it: a choice by its label, anything else as it is.</summary>
    public string Display(string value) => Rule is ChoiceRule choice ? choice.LabelOf(value) : value;

    /// <inheritdoc />
    public bool Equals(ApplicationField? other) => other is not null && Key == other.Key;

    /// <inheritdoc />
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
