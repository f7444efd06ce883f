using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>Letters from the printer to the post office.</summary>
public sealed class NoticeTests
{
    private static readonly DateOnly Today = JapanTime.DateAt(TestPortal.Start);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Lists_ShowWhatIsToBeDoneWithEachLetter(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(ApplicationState.Approved);
        var administrators = await portal.RegisterAdministratorsAsync(4);
        await portal.SendAsync(new SuspendWebUser.Command(administrators[0].UserId.Value, 1, null));
        await PrintAndConfirmAsync(portal, administrators[1], administrators[2], administrators[3]);
        await portal.ReissueAsync(administrators[3]);
        var shown = await portal.NoticeNumberAsync(administrators[3]);
        await portal.PrintAsync(shown);
        await DispatchAsync(portal, administrators[2], "１２３-45-67890-1");

        var lists = await portal.ListNoticesAsync();

        lists.ToPrint.Rows.Select(row => (row.CaseNumber, $"{row.Code}", row.Company, row.IsSuspended)).ShouldBe(
            [(number, "100000001", "株式会社髙﨑𠮷商事", false), (null, "900000001", "第1貿易株式会社", true)]);
        var printed = lists.Printed.Rows.ShouldHaveSingleItem();
        (printed.Number, printed.PrintedAt, printed.PrintedBy).ShouldBe((shown.Next, TestPortal.Start, new Actor(CaseSteps.Clerk)));
        lists.ToDispatch.Rows.ShouldHaveSingleItem().Number.UserId.ShouldBe(administrators[1].UserId);
        var dispatched = lists.Dispatched.ShouldHaveSingleItem();
        (dispatched.Company, dispatched.SentOn, dispatched.TrackingNumber).ShouldBe(("第3貿易株式会社", Today, "123-45-67890-1"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Lists_OfManyLetters_ShowThoseThatCameFirst_InAsManyQueriesAsForFew(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var ten = await portal.RegisterAdministratorsAsync(60);
        await PrintAndConfirmAsync(portal, [.. ten.Take(3)]);
        ListNotices.View lists = null!;

        var queries = await QueryCount.OfAsync(async () => lists = await portal.ListNoticesAsync());

        queries.ShouldBeLessThanOrEqualTo(6);
        (lists.ToPrint.Count, lists.ToPrint.Rows.Count, lists.ToDispatch.Count).ShouldBe((57, ListNotices.MostShown, 3));
        var all = await portal.AskAsync<IWebUsersDb, List<Guid>>(db => db.Notices.Where(n => n.State == NoticeState.ToPrint).OrderBy(n => n.Id).Select(n => n.AdministratorId).ToListAsync());
        lists.ToPrint.Rows.Select(row => ten.Single(administrator => administrator.UserId == row.Number.UserId).Id).ShouldBe(all.Take(ListNotices.MostShown));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ConfirmedLetters_WaitForThePost_AndAreInTheAuditTrail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrators = await portal.RegisterAdministratorsAsync(2);

        await PrintAndConfirmAsync(portal, [.. administrators]);

        (await portal.ListNoticesAsync()).ToDispatch.Count.ShouldBe(2);
        (await CountAsync(portal, nameof(RegistrationNoticeConfirmed))).ShouldBe(2);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Confirmation_IsOfThePrintThatThePageShowed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrators = await portal.RegisterAdministratorsAsync(2);
        var shown = await Task.WhenAll(administrators.Select(portal.NoticeNumberAsync));
        await portal.PrintAsync(shown);
        await portal.PrintAsync(shown[0].Next); // Somebody else prints it anew: the paper at hand opens nothing.

        var refused = await portal.ConfirmPrintedAsync(shown[0].Next, shown[1].Next);

        refused.Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticePrintedMeanwhile);
        var lists = await portal.ListNoticesAsync();
        (lists.Printed.Count, lists.ToDispatch.Count).ShouldBe((2, 0));
        (await portal.ConfirmPrintedAsync(shown[0].Next.Next, shown[1].Next)).Value.ShouldBe(2);
        (await portal.ConfirmPrintedAsync(shown[1].Next)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);
        (await portal.ConfirmPrintedAsync()).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeRequired);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Confirmation_OfALetterToAnOldAddress_IsRefused(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var shown = await portal.NoticeNumberAsync(administrator);
        await portal.PrintAsync(shown);
        var user = (await portal.SendAsync(new ViewInsuranceUser.Query("900000001"))).Value;
        (await portal.SendAsync(new CorrectInsuranceUser.Command("900000001", user.Version, user.Values.With(ApplicationFields.Address, "東京都港区"), "移転"))).Errors.ShouldBeEmpty();

        (await portal.ConfirmPrintedAsync(shown.Next)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);

        (await portal.PrintAsync(shown.Next))[0].Text.ShouldContain("東京都港区");
        (await portal.ConfirmPrintedAsync(shown.Next.Next)).Value.ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LetterWithoutACase_IsDispatchedByItself(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        await PrintAndConfirmAsync(portal, administrator);
        var number = $"{await portal.NoticeNumberAsync(administrator)}";
        var page = (await portal.SendAsync(new OpenNoticeDispatch.Query(number))).Value;
        (page.Letter.Company, page.Today).ShouldBe(("第1貿易株式会社", Today));

        (await portal.SendAsync(new DispatchNotice.Command(number, null, "12-34"))).Errors.Select(error => (error.Field, error.Code)).ShouldBe(
            [(nameof(DispatchNotice.Command.SentOn), WebUserErrors.SentOnRequired), (nameof(DispatchNotice.Command.TrackingNumber), RegistrationErrors.TrackingNumberInvalid)]);
        (await portal.SendAsync(new DispatchNotice.Command(number, Today.AddDays(1), ""))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.SentInFuture);
        (await portal.SendAsync(new DispatchNotice.Command(number, Today, ""))).Errors.ShouldBeEmpty();

        var letter = (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem();
        (letter.State, letter.SentOn).ShouldBe((NoticeState.Dispatched, Today));
        (await CountAsync(portal, nameof(RegistrationNoticeDispatched))).ShouldBe(1);
        (await portal.SendAsync(new DispatchNotice.Command(number, Today, ""))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);
        (await portal.SendAsync(new OpenNoticeDispatch.Query(number))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LetterOfACase_IsDispatchedWithIt(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(ApplicationState.Approved);
        await portal.PrintNoticeAsync(number);
        var row = (await portal.ListNoticesAsync()).ToDispatch.Rows.ShouldHaveSingleItem();

        (await portal.SendAsync(new DispatchNotice.Command($"{row.Number}", Today, ""))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeOfACase);
        (await portal.TryAsync(number, ApplicationVerb.RegisterDispatch, (await portal.ViewAsync(number)).Version)).Errors.ShouldBeEmpty();

        var dispatched = (await portal.ListNoticesAsync()).Dispatched.ShouldHaveSingleItem();
        (dispatched.CaseNumber, dispatched.SentOn, dispatched.TrackingNumber).ShouldBe((number, Today, "123-45-67890-1"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task RegisteredMailList_NamesTheLettersInTheirOrder_AndIsInTheAuditTrailForEach(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        (await portal.SendAsync(new PrintRegisteredMailList.Query())).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NothingToDispatch);
        var number = await portal.CaseInAsync(ApplicationState.Approved);
        await portal.PrintNoticeAsync(number);
        var administrators = await portal.RegisterAdministratorsAsync(4);
        await PrintAndConfirmAsync(portal, [.. administrators.Skip(1)]);

        var list = (await portal.SendAsync(new PrintRegisteredMailList.Query())).Value;

        list.FileName.ShouldBe("書留・特定記録郵便物等差出票_20260701.pdf");
        var text = new Pdf(list.Pdf).Letters;
        string[] told = ["差出日　2026年7月1日(令和8年)", "通数　4通", $"日本　花子　様〒100-0001東京都千代田区千代田一丁目１番１号{number}"];
        told.ShouldAllBe(words => text.Contains(words));
        text.ShouldNotContain("第1貿易株式会社");
        (await portal.ListNoticesAsync()).ToDispatch.Rows.Select(row => text.IndexOf(row.CaseNumber is null ? row.Company : $"{number}", StringComparison.Ordinal)).ShouldBeInOrder();
        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.Where(e => e.Action == Looks.RegisteredMailList).Select(e => e.SubjectId).Distinct().CountAsync())).ShouldBe(4);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S17")]
    public async Task Unlocking_EndsThePausesOfAnId(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var key = PasswordTries.KeyOf("web-user", administrator.UserId.Value);
        for (var i = 0; i < 5; i++) await TryAsync(portal, key);
        (await TryAsync(portal, key)).RefusedUntil.ShouldNotBeNull();

        (await portal.SendAsync(new UnlockWebUser.Command("ａ-0000-0001-1", null))).Errors.ShouldBeEmpty();

        (await TryAsync(portal, key)).RefusedUntil.ShouldBeNull();
        (await CountAsync(portal, nameof(WebUserUnlocked))).ShouldBe(1);
        (await portal.SendAsync(new UnlockWebUser.Command("A000000029", null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.IdUnknown);
    }

    private static async Task PrintAndConfirmAsync(TestPortal portal, params WebUser[] administrators)
    {
        var shown = await Task.WhenAll(administrators.Select(portal.NoticeNumberAsync));
        await portal.PrintAsync(shown);
        (await portal.ConfirmPrintedAsync([.. shown.Select(number => number.Next)])).Value.ShouldBe(administrators.Length);
    }

    private static async Task DispatchAsync(TestPortal portal, WebUser administrator, string trackingNumber) =>
        (await portal.SendAsync(new DispatchNotice.Command($"{await portal.NoticeNumberAsync(administrator)}", Today, trackingNumber))).Errors.ShouldBeEmpty();

    // A wrong password, as the login will count it.
    private static Task<TryReservation> TryAsync(TestPortal portal, string key) => portal.AskAsync<ICredentialDb, TryReservation>(async db =>
    {
        var tries = await db.PasswordTries.SingleOrDefaultAsync(t => t.Key == key);
        if (tries is null) db.PasswordTries.Add(tries = PasswordTries.Of(key));
        var reserved = tries.Reserve("somewhere", new(), portal.Clock.Now());
        await db.SaveAsync(CancellationToken.None);
        return reserved;
    });

    private static Task<int> CountAsync(TestPortal portal, string action) => portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Action == action));
}
