using System.Text.RegularExpressions;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.WebUsers;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>What staff do with letters, by use cases.</summary>
public static partial class NoticeSteps
{
    /// <summary>The letters by what is to be done with them.</summary>
    public static async Task<ListNotices.View> ListNoticesAsync(this TestPortal portal) => (await portal.SendAsync(new ListNotices.Query())).Value;

    /// <summary>The letter of an administrator that counts, as the page shows it.</summary>
    public static async Task<NoticeNumber> NoticeNumberAsync(this TestPortal portal, WebUser administrator) => (await portal.NoticesAsync(administrator))[^1].NumberFor(administrator);

    /// <summary>印刷する, as the page sends it.</summary>
    public static Task<Result<PrintNotices.Letters>> TryPrintAsync(this TestPortal portal, params NoticeNumber[] shown) =>
        portal.SendAsync(new PrintNotices.Command([.. shown.Select(number => $"{number}")]), CaseSteps.Clerk);

    /// <summary>印刷する; gives back the letters' pages and their passwords.</summary>
    public static async Task<IReadOnlyList<(string Text, string Password)>> PrintAsync(this TestPortal portal, params NoticeNumber[] shown)
    {
        var printed = await portal.TryPrintAsync(shown);
        printed.Errors.ShouldBeEmpty();
        return Read(printed.Value.Pdf);
    }

    /// <summary>正しく印刷できた, as the page sends it.</summary>
    public static Task<Result<int>> ConfirmPrintedAsync(this TestPortal portal, params NoticeNumber[] shown) =>
        portal.SendAsync(new ConfirmPrinted.Command([.. shown.Select(number => $"{number}")]), CaseSteps.Clerk);

    /// <summary>Has another letter printed for an administrator.</summary>
    public static async Task ReissueAsync(this TestPortal portal, WebUser administrator)
    {
        var last = (await portal.NoticesAsync(administrator))[^1];
        (await portal.SendAsync(new ReissueNotice.Command(administrator.UserId.Value, last.Issue, last.Version))).Errors.ShouldBeEmpty();
    }

    /// <summary>The letters in a PDF: each page's text and the password on it.</summary>
    public static IReadOnlyList<(string Text, string Password)> Read(byte[] pdf) =>
        [.. new Pdf(pdf).Pages.Select(page => (page.Letters, Password().Match(page.Letters) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException(page.Letters)))];

    /// <summary>Whether a password is the one an administrator logs in with.</summary>
    public static async Task<bool> OpensAsync(this TestPortal portal, string password, WebUser administrator)
    {
        var credential = (await portal.AdministratorAsync(administrator.InsuranceUserId)).Credential;
        return await portal.AskAsync<IPasswordHasher, bool>(hasher => Task.FromResult(hasher.Fits(password, credential?.PasswordHash)));
    }

    /// <summary>Administrators of insurance users of old, just registered, whose letters no case waits for.</summary>
    public static async Task<IReadOnlyList<WebUser>> RegisterAdministratorsAsync(this TestPortal portal, int count, bool wishOneTimePasswords = false)
    {
        List<InsuranceUser> users = [];
        await portal.ChangeAsync<IInsuranceUsersDb>(async db =>
        {
            for (var i = 1; i <= count; i++)
            {
                var code = await db.NextInsuranceUserCodeAsync(InsuranceUserCode.Of(900_000_001), CancellationToken.None);
                users.Add(InsuranceUser.Import(code, null, ApprovalSteps.OldDetails with { CompanyName = $"第{i}貿易株式会社" }, false, new(CaseSteps.Clerk), portal.Clock.Now()));
            }
            db.InsuranceUsers.AddRange(users);
        });
        List<WebUser> administrators = [];
        await portal.ChangeAsync<IWebUsersDb>(async db =>
        {
            foreach (var user in users)
            {
                var person = new PersonalDetails("総務部", "", "日本　太郎", "03-1234-5678", EmailAddress.Read($"{user.Code}@example.jp")!);
                var administrator = WebUser.RegisterAdministrator(await db.NextWebUserIdAsync(WebUserRole.Administrator, CancellationToken.None), user.Id, person, wishOneTimePasswords, portal.Clock.Now());
                administrators.Add(administrator);
                db.WebUsers.Add(administrator);
                db.Notices.Add(RegistrationNotice.For(administrator, null, user.LetterAddress));
            }
        });
        return administrators;
    }

    // The characters of a password are drawn one after the other, behind its last day.
    [GeneratedRegex(@"\(令和\d+年\)まで(\S{12})")]
    private static partial Regex Password();
}
