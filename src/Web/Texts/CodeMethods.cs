using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Texts;

/// <summary>How people read where their one-time passwords come from.</summary>
public static class CodeMethods
{
    /// <summary>The words of a way.</summary>
    public static string Of(CodeMethod method) => method == CodeMethod.App ? "認証アプリ" : "メール";
}
