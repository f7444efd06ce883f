namespace NexiPortal.Domain.Registration;

/// <summary>Codes of the refusals that stand at a field of step 2; their sentences name the field and how to mend it.</summary>
public static class FieldErrors
{
    /// <summary>A required text is empty.</summary>
    public const string Required = "field.required";

    /// <summary>A required choice is not made.</summary>
    public const string ChoiceRequired = "field.choice-required";

    /// <summary>A posted choice is none of those offered.</summary>
    public const string UnknownChoice = "field.unknown-choice";

    /// <summary>Longer than allowed; arguments: the limit and the present length in full-width characters.</summary>
    public const string TooLongFullWidth = "field.too-long-full-width";

    /// <summary>Longer than allowed; arguments: the limit and the present length in half-width characters.</summary>
    public const string TooLongHalfWidth = "field.too-long-half-width";

    /// <summary>A character that the form's fonts lack; argument: the character.</summary>
    public const string Unprintable = "field.unprintable";

    /// <summary>A control or direction character; argument: its code point as U+202E.</summary>
    public const string Forbidden = "field.forbidden";

    /// <summary>Not katakana; argument: the first other character.</summary>
    public const string NotKatakana = "field.not-katakana";

    /// <summary>Not a postal code of seven digits.</summary>
    public const string NotPostalCode = "field.not-postal-code";

    /// <summary>Not a telephone number of 10 or 11 digits from 0.</summary>
    public const string NotTelephone = "field.not-telephone";

    /// <summary>Not a 保険利用者コード of nine digits.</summary>
    public const string NotInsuranceUserCode = "field.not-insurance-user-code";

    /// <summary>A character that is not half-width; argument: the character.</summary>
    public const string NotHalfWidth = "field.not-half-width";

    /// <summary>Not one plain mail address.</summary>
    public const string NotMailAddress = "field.not-mail-address";

    /// <summary>Not an address of a web page (http or https).</summary>
    public const string NotWebAddress = "field.not-web-address";

    /// <summary>The two mail addresses differ.</summary>
    public const string MailAddressesDiffer = "field.mail-addresses-differ";

    /// <summary>所属名 and 役職名 are both empty.</summary>
    public const string DepartmentOrTitle = "field.department-or-title";
}
