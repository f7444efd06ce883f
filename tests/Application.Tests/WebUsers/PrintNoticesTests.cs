using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Infrastructure.Security;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>Printing is issuing: what stands on paper and what opens the first login are always the same.</summary>
public sealed class PrintNoticesTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S18")]
    public async Task PrintedLetter_BringsAPasswordForSixtyDays_OfWhichOnlyTheHashIsKept(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = await portal.AdministratorAsync((await portal.RegisterHeadOfficeAsync()).Id);
        administrator.Credential.ShouldBeNull();

        var (text, password) = (await portal.PrintAsync(await portal.NoticeNumberAsync(administrator))).ShouldHaveSingleItem();

        (await portal.OpensAsync(password, administrator)).ShouldBeTrue();
        var credential = (await portal.AdministratorAsync(administrator.InsuranceUserId)).Credential.ShouldNotBeNull();
        credential.MustChange.ShouldBeTrue();
        credential.InitialUntil.ShouldBe(new DateTimeOffset(2026, 8, 30, 23, 59, 59, JapanTime.Offset));
        string[] told = ["保険利用者コード100000001", "WebユーザーID(管理者用)A000000011", "発行番号　A000000011-1-1", "2026年8月30日(令和8年)まで", "2026年7月1日(令和8年)"];
        told.ShouldAllBe(words => text.Contains(words));
        var letter = (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem();
        (letter.State, letter.PrintCount, letter.PrintedAt, letter.PrintedBy).ShouldBe((NoticeState.Printed, 1, TestPortal.Start, new Actor(CaseSteps.Clerk)));
        (await ActionsAsync(portal, letter.Id)).ShouldBe([nameof(RegistrationNoticePrinted)]);
        if (database != DatabaseProvider.Sqlite) return;
        var files = FilesOf(portal);
        files.ShouldContain(content => content.Contains(credential.PasswordHash));
        files.ShouldAllBe(content => !content.Contains(password));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S19")]
    public async Task LetterPrintedAgain_VoidsThePasswordOfThePrintBefore(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var first = (await portal.PrintAsync(await portal.NoticeNumberAsync(administrator)))[0];
        portal.Clock.Advance(TimeSpan.FromDays(1));

        var second = (await portal.PrintAsync(await portal.NoticeNumberAsync(administrator)))[0];

        second.Password.ShouldNotBe(first.Password);
        second.Text.ShouldContain("発行番号　A000000011-1-2");
        second.Text.ShouldContain("2026年8月31日(令和8年)まで");
        (await portal.OpensAsync(first.Password, administrator)).ShouldBeFalse();
        (await portal.OpensAsync(second.Password, administrator)).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S19")]
    public async Task SameButtonPressedTwice_PrintsOnce_AndSaysWhichPrintCounts(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var shown = await portal.NoticeNumberAsync(administrator);
        var (_, password) = (await portal.PrintAsync(shown))[0];

        var refusal = (await portal.TryPrintAsync(shown)).Errors.ShouldHaveSingleItem();

        refusal.Code.ShouldBe(WebUserErrors.NoticePrintedMeanwhile);
        refusal.Arguments.ShouldBe([administrator.UserId, "2026年7月1日(水) 10:00", CaseSteps.Clerk]);
        (await portal.OpensAsync(password, administrator)).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S19")]
    public async Task ClerksPrintingAtOnce_GetOneLetterThatCounts(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrators = await portal.RegisterAdministratorsAsync(2);
        for (var time = 1; time <= 3; time++)
        {
            var shown = await Task.WhenAll(administrators.Select(portal.NoticeNumberAsync));

            // Two of them print both letters, two one each.
            var answers = await Task.WhenAll(new NoticeNumber[][] { shown, [shown[0]], [.. shown.Reverse()], [shown[1]] }.Select(chosen => Task.Run(() => portal.TryPrintAsync(chosen))));

            answers.Where(answer => !answer.Succeeded).SelectMany(answer => answer.Errors).ShouldAllBe(error => error.Code == WebUserErrors.NoticePrintedMeanwhile);
            var letters = answers.Where(answer => answer.Succeeded).SelectMany(answer => NoticeSteps.Read(answer.Value.Pdf)).ToList();
            foreach (var administrator in administrators)
            {
                (await portal.NoticeNumberAsync(administrator)).Print.ShouldBe(time);
                var letter = letters.Where(letter => letter.Text.Contains($"{administrator.UserId}-1-{time}")).ShouldHaveSingleItem();
                (await portal.OpensAsync(letter.Password, administrator)).ShouldBeTrue();
            }
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LettersOfABatch_ComeInOneDocument_EachWithItsOwnPassword_InTheOrderOfTheList(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.RegisterAdministratorsAsync(7);
        var listed = (await portal.ListNoticesAsync()).ToPrint.Rows;

        var printed = await portal.TryPrintAsync([.. listed.Select(row => row.Number).Reverse()]);

        printed.Value.FileName.ShouldBe("登録完了通知書_20260701-1000.pdf");
        var letters = NoticeSteps.Read(printed.Value.Pdf);
        letters.Select(letter => listed.Single(row => letter.Text.Contains(row.Company)).Number).ShouldBe(listed.Select(row => row.Number));
        letters.Select(letter => letter.Password).Distinct().Count().ShouldBe(7);
        var administrators = await portal.AskAsync<IWebUsersDb, List<WebUser>>(db => db.WebUsers.ToListAsync());
        foreach (var (text, password) in letters)
            (await portal.OpensAsync(password, administrators.Single(administrator => text.Contains($"WebユーザーID(管理者用){administrator.UserId}")))).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ApplicationType.HeadOffice)]
    [InlineData(ApplicationType.Branch)]
    [InlineData(ApplicationType.WebUser)]
    public async Task Letter_OfEachKind_GoesToTheRegisteredAddress(ApplicationType type)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync(type == ApplicationType.WebUser ? "987654321" : "123456789");
        var applicationId = await portal.AwaitApprovalAsync(type);
        (await portal.ApproveAsync(applicationId)).Errors.ShouldBeEmpty();
        var row = (await portal.ListNoticesAsync()).ToPrint.Rows.ShouldHaveSingleItem();

        var (text, _) = (await portal.PrintAsync(row.Number))[0];

        var letter = await portal.AskAsync<IWebUsersDb, RegistrationNotice>(db => db.Notices.SingleAsync());
        text.ShouldContain($"〒{letter.Address.PostalCode}{letter.Address.Address}{letter.Address.Company}{letter.Address.Unit}");
        text.ShouldContain($"保険利用者コード{row.Code}");
        letter.Address.Address.ShouldBe(type == ApplicationType.WebUser ? ApprovalSteps.OldDetails.Address : Entries.Complete(type)[ApplicationFields.Address]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_LostAfterItsPasswordWasStored_IsOfferedAgain(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        await portal.TryPrintAsync(await portal.NoticeNumberAsync(administrator)); // The document reaches nobody.

        var offered = (await portal.ListNoticesAsync()).Printed.Rows.ShouldHaveSingleItem();
        var (_, password) = (await portal.PrintAsync(offered.Number))[0];

        (await portal.OpensAsync(password, administrator)).ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_ThatCannotBeDrawn_LeavesEverythingAsItWas(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton<IRegistrationNoticeRenderer, BrokenPrinter>());
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var shown = await portal.NoticeNumberAsync(administrator);

        await Should.ThrowAsync<InvalidOperationException>(() => portal.TryPrintAsync(shown));

        await NothingWasPrintedAsync(portal, administrator);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_WhosePasswordCannotBeStored_ReachesNobody(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddScoped<IDomainEventHandler<RegistrationNoticePrinted>, FullDisk>());
        var administrator = (await portal.RegisterAdministratorsAsync(1))[0];
        var shown = await portal.NoticeNumberAsync(administrator);

        await Should.ThrowAsync<IOException>(() => portal.TryPrintAsync(shown));

        await NothingWasPrintedAsync(portal, administrator);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Hashing_AndDrawing_HoldUpNobodyElsesWrites(DatabaseProvider database)
    {
        var writing = new WritingHasher();
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton<IPasswordHasher>(writing));
        var administrators = await portal.RegisterAdministratorsAsync(9);
        var shown = await Task.WhenAll(administrators.Select(portal.NoticeNumberAsync));
        writing.Write = () => portal.SendAsync(new SuspendWebUser.Command("A000000011", 1, null)).GetAwaiter().GetResult();

        // One is suspended while the passwords are hashed: what was made meanwhile is thrown away.
        var refused = await portal.TryPrintAsync(shown);

        refused.Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotActive);
        writing.MostAtOnce.ShouldBeInRange(1, Environment.ProcessorCount);
        await portal.SendAsync(new ResumeWebUser.Command("A000000011", 2, null));
        writing.Write = () => { };
        (await portal.PrintAsync(shown)).Count.ShouldBe(9);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LetterNotToBePrinted_IsNamed_AndNoneOfItsBatchIsPrinted(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrators = await portal.RegisterAdministratorsAsync(4);
        var shown = await Task.WhenAll(administrators.Select(portal.NoticeNumberAsync));
        await portal.ReissueAsync(administrators[0]); // Another took its place.
        await portal.SendAsync(new SuspendWebUser.Command(administrators[1].UserId.Value, 1, null));
        await portal.PrintAsync(shown[2]);
        await portal.ConfirmPrintedAsync(shown[2].Next);

        var refused = await portal.TryPrintAsync(shown[0], shown[1], shown[2].Next, shown[3]);

        refused.Errors.Select(error => (error.Code, $"{error.Arguments[0]}")).ShouldBe(
        [
            (WebUserErrors.NoticeNotToPrint, administrators[0].UserId.Value),
            (WebUserErrors.NotActive, administrators[1].UserId.Value),
            (WebUserErrors.NoticeNotToPrint, administrators[2].UserId.Value),
        ], ignoreOrder: true);
        await NothingWasPrintedAsync(portal, administrators[3]);
    }

    [Fact]
    public async Task Print_OfNothing_OfTooMuch_OrOfNoLetter_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var nobody = new NoticeNumber(WebUserId.Of(WebUserRole.Administrator, 77), 1, 0);

        (await portal.TryPrintAsync()).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeRequired);
        var tooMany = (await portal.TryPrintAsync([.. Enumerable.Repeat(nobody, 51)])).Errors.ShouldHaveSingleItem();
        (tooMany.Code, tooMany.Arguments[0], tooMany.Arguments[1]).ShouldBe((WebUserErrors.NoticesTooMany, 50, 51));
        (await portal.TryPrintAsync(nobody)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);
        (await portal.SendAsync(new PrintNotices.Command(["' OR 1=1"]))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);
    }

    private static async Task NothingWasPrintedAsync(TestPortal portal, WebUser administrator)
    {
        (await portal.AdministratorAsync(administrator.InsuranceUserId)).Credential.ShouldBeNull();
        var letter = (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem();
        (letter.State, letter.PrintCount, letter.PrintedBy).ShouldBe((NoticeState.ToPrint, 0, null));
        (await ActionsAsync(portal, letter.Id)).ShouldBeEmpty();
    }

    private static Task<List<string>> ActionsAsync(TestPortal portal, Guid subjectId) =>
        portal.AskAsync<IAuditDb, List<string>>(db => db.AuditEntries.Where(e => e.SubjectId == subjectId).OrderBy(e => e.Id).Select(e => e.Action).ToListAsync());

    // Of everything the portal keeps: database, its log, keys, caught mails.
    private static List<string> FilesOf(TestPortal portal)
    {
        SqliteConnection.ClearAllPools();
        return [.. Directory.EnumerateFiles(portal.DataDirectory, "*", SearchOption.AllDirectories).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))];
    }

    private sealed class BrokenPrinter : IRegistrationNoticeRenderer
    {
        public byte[] Render(IReadOnlyList<NoticeLetter> notices) => throw new InvalidOperationException("No letter can be drawn.");
    }

    private sealed class FullDisk : IDomainEventHandler<RegistrationNoticePrinted>
    {
        public Task<Result> HandleAsync(RegistrationNoticePrinted happened, CancellationToken ct) => throw new IOException("No space left on device.");
    }

    /// <summary>Lets somebody else write while a password is hashed, and counts how many are at once.</summary>
    private sealed class WritingHasher : IPasswordHasher
    {
        private readonly Argon2PasswordHasher _inner = new(new HashingSettings());
        private readonly Lock _lock = new();
        private int _now;

        public Action Write { get; set; } = () => { };

        public int MostAtOnce { get; private set; }

        public string Hash(string password)
        {
            lock (_lock) MostAtOnce = Math.Max(MostAtOnce, ++_now);
            Write();
            var hash = _inner.Hash(password);
            lock (_lock) _now--;
            return hash;
        }

        public bool Fits(string password, string? hash) => _inner.Fits(password, hash);

        public bool IsOutdated(string hash) => _inner.IsOutdated(hash);
    }
}
