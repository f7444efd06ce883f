using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Texts;

/// <summary>Why two applications, or an application and a registered insurance user, may be the same.</summary>
public static class Likenesses
{
    /// <summary>What they have in common, whatever the spelling: 保険利用者名(漢字)・電話番号.</summary>
    public static string Of(IEnumerable<LikenessReason> reasons) => string.Join('・', reasons.Select(reason => reason switch
    {
        LikenessReason.Code => "保険利用者コード",
        LikenessReason.Name => "保険利用者名(漢字)",
        LikenessReason.Kana => "保険利用者名(カナ)",
        LikenessReason.Telephone => "電話番号",
        LikenessReason.Address => "所在地",
        _ => throw new ArgumentOutOfRangeException(nameof(reasons)),
    }));
}
