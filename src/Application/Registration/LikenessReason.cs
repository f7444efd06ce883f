namespace NexiPortal.Application.Registration;

/// <summary>What an application has in common with another, or with a registered insurance user, whatever the spelling.</summary>
public enum LikenessReason
{
    /// <summary>保険利用者コード, for which there can be one administrator only (C).</summary>
    Code,

    /// <summary>保険利用者名(漢字).</summary>
    Name,

    /// <summary>保険利用者名(カナ).</summary>
    Kana,

    /// <summary>A telephone number.</summary>
    Telephone,

    /// <summary>所在地.</summary>
    Address,
}
