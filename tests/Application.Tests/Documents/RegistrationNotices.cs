using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.Tests.Documents;

/// <summary>Letters to print: an ordinary one, and one with everything as long as step 2 allows.</summary>
internal static class RegistrationNotices
{
    public static readonly DateTimeOffset Printed = new(2026, 7, 8, 10, 30, 0, JapanTime.Offset);

    public static readonly OperatorProfile Nexi = new()
    {
        Department = "お客様登録グループ",
        Telephone = "03-1234-5678",
        PostalCode = "101-8359",
        Address = "東京都千代田区西神田３－８－１　千代田ファーストビル東館３階",
    };

    public static NoticeLetter Ordinary(string company = "株式会社日本貿易商事", string name = "日本 太郎", bool wishesOneTimePassword = true, int sequence = 123) =>
        Word(new()
        {
            PostalCode = "100-0001",
            Address = "東京都千代田区丸の内１－２－３　丸の内貿易ビル１階",
            Company = company,
            Department = "総務部",
            JobTitle = "部長",
            Name = name,
        }, sequence, wishesOneTimePassword);

    /// <summary>Every entry at its greatest length, of characters that come from the fallback font, and the widest readings.</summary>
    public static NoticeLetter Longest()
    {
        var letter = Word(new()
        {
            PostalCode = "100-0001",
            Address = Of(55),
            Company = Of(50),
            Unit = Of(50),
            Department = Of(25),
            JobTitle = Of(50),
            Name = Of(50),
        }, 123, wishesOneTimePassword: true);
        return letter with { Password = letter.Password with { Characters = [.. Enumerable.Repeat(new PasswordCharacter('@', "アットマーク"), 6), .. Enumerable.Repeat(new PasswordCharacter('M', "大文字ティー"), 6)] } };
    }

    private static NoticeLetter Word(NoticeRecipient recipient, int sequence, bool wishesOneTimePassword)
    {
        var number = new NoticeNumber(WebUserId.Of(WebUserRole.Administrator, sequence), 1, 2);
        return new RegistrationNoticeWording(Nexi, new PortalUrls(new Uri("https://portal.example.jp/")))
            .Word(recipient, new("100000012", number, InitialPassword.For(number.UserId.Value), new DateOnly(2026, 9, 6), wishesOneTimePassword), Printed);
    }

    private static string Of(int count) => string.Concat(Enumerable.Repeat("𠮷", count));
}
