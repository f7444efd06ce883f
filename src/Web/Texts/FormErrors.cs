namespace NexiPortal.Web.Texts;

/// <summary>Codes of the refusals that concern a form's way through the browser, not what is written in it.</summary>
public static class FormErrors
{
    /// <summary>The form is not the one this browser was given last: opened long ago, or before signing in elsewhere.</summary>
    public const string Stale = "form.stale";

    /// <summary>The browser sends no cookies.</summary>
    public const string CookiesRequired = "form.cookies-required";

    /// <summary>No file was chosen.</summary>
    public const string FileRequired = "form.file-required";

    /// <summary>The file is larger than the page takes; argument: how many megabytes it takes.</summary>
    public const string FileTooLarge = "form.file-too-large";

    /// <summary>⑩ was opened with one 登録用URL and sent while another is signed in.</summary>
    public const string OfAnotherLink = "form.of-another-link";
}
