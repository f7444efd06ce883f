namespace NexiPortal.Application.Registration;

/// <summary>Prints the application form (申込書) that the registrant seals and posts at ⑬.</summary>
public interface IApplicationFormRenderer
{
    /// <summary>Draws page 1, the form itself, and page 2, the address label and the covering note, as one PDF.</summary>
    /// <remarks>The same form gives the same bytes. Safe on any thread.</remarks>
    /// <exception cref="ArgumentException">A text holds a character that no document font can print.</exception>
    byte[] Render(ApplicationForm form);
}

/// <summary>Everything on an application form, already worded: the renderer decides where things stand, never what they say.</summary>
public sealed record ApplicationForm
{
    /// <summary>保険利用者登録申込書, or Webユーザー登録申込書 for a Web user registration.</summary>
    public required string Title { get; init; }

    /// <summary>The kind of application, such as 保険利用者登録(本店).</summary>
    public required string KindLabel { get; init; }

    /// <summary>受付番号.</summary>
    public required string ApplicationNumber { get; init; }

    /// <summary>Which edition of the paper this is, from 1: a form printed before a correction is told from the later one by it.</summary>
    public required int Revision { get; init; }

    /// <summary>What the back office's scanner types: 受付番号, revision and check value.</summary>
    public required string QrText { get; init; }

    /// <summary>申込日, worded with its era.</summary>
    public required string AppliedOn { get; init; }

    /// <summary>有効期限: the day the paper must have arrived by (必着), worded with its era.</summary>
    public required string ValidUntil { get; init; }

    /// <summary>The data entered at ⑩, in the form's order.</summary>
    public required IReadOnlyList<ApplicationFormSection> Sections { get; init; }

    /// <summary>代表者 役職名, as on the certificate of the seal.</summary>
    public required string RepresentativeTitle { get; init; }

    /// <summary>代表者 氏名.</summary>
    public required string RepresentativeName { get; init; }

    /// <summary>Which seal goes into the box of the 代表者印.</summary>
    public required string SealExplanation { get; init; }

    /// <summary>The agreement to the terms: their version and when it was given; one line each.</summary>
    public required IReadOnlyList<string> Consent { get; init; }

    /// <summary>The papers to enclose, without the form itself.</summary>
    public required IReadOnlyList<string> Enclosures { get; init; }

    /// <summary>The operator: 株式会社日本貿易保険.</summary>
    public required string OperatorName { get; init; }

    /// <summary>Where to ask: department, telephone, hours; one line each.</summary>
    public required IReadOnlyList<string> Contact { get; init; }

    /// <summary>Where to post the form.</summary>
    public required PostAddress PostAddress { get; init; }

    /// <summary>Who signs the covering note.</summary>
    public required CoveringNoteSender Sender { get; init; }

    /// <summary>The instant recorded as the document's creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A group of the form, such as 保険利用者の情報.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Rows">Its rows; neighbours of the same legend share one box.</param>
public sealed record ApplicationFormSection(string Title, IReadOnlyList<ApplicationFormRow> Rows);

/// <summary>One entry of the form.</summary>
/// <param name="Legend">The box it belongs to, such as 代表者; null when it stands alone.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">What was entered; empty when nothing was.</param>
public sealed record ApplicationFormRow(string? Legend, string Label, string Value);

/// <summary>The operator's address for the application form.</summary>
/// <param name="PostalCode">NNN-NNNN, without 〒.</param>
/// <param name="Lines">The address, one line each.</param>
/// <param name="Addressee">Department, without 御中; empty when the operator's name is enough.</param>
public sealed record PostAddress(string PostalCode, IReadOnlyList<string> Lines, string Addressee);

/// <summary>The registrant as the covering note's sender.</summary>
/// <param name="PostalCode">NNN-NNNN, without 〒.</param>
/// <param name="Address">所在地.</param>
/// <param name="Company">保険利用者名(漢字), and the unit's name for a branch.</param>
/// <param name="Unit">所属名 and 役職名 of the person, as far as entered.</param>
/// <param name="Person">Name of the Web user (administrator).</param>
/// <param name="Telephone">Telephone of that person.</param>
public sealed record CoveringNoteSender(string PostalCode, string Address, string Company, string Unit, string Person, string Telephone);
