using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.InsuranceUsers;

public sealed class ApprovalTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task HeadOffice_OnApproval_GetsCodeAdministratorAndLetter(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();

        (await portal.ApproveAsync(applicationId)).Succeeded.ShouldBeTrue();

        var user = await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync());
        user.Code.Value.ShouldBe("100000001");
        user.HeadOfficeCode.ShouldBeNull();
        user.Details.CompanyName.ShouldBe("株式会社髙﨑𠮷商事");
        user.History.ShouldHaveSingleItem().Verb.ShouldBe(InsuranceUserVerb.Register);
        var administrator = await portal.AdministratorAsync(user.Id);
        administrator.UserId.ShouldBe(WebUserId.Of(WebUserRole.Administrator, 1));
        administrator.Details.ShouldBe(new PersonalDetails("総務部", "部長", "日本　花子", "03-1234-5679", EmailAddress.Read("hanako@example.jp")!));
        administrator.WishesOneTimePassword.ShouldBeFalse();
        var letter = (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem();
        letter.State.ShouldBe(NoticeState.ToPrint);
        letter.ApplicationId.ShouldBe(applicationId);
        letter.Address.ShouldBe(new LetterAddress("100-0001", "東京都千代田区千代田一丁目１番１号", "株式会社髙﨑𠮷商事", ""));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Branch_OnApproval_StandsUnderItsHeadOffice(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var headOffice = await portal.RegisterHeadOfficeAsync();
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.Branch, (ApplicationFields.HeadOfficeCode, headOffice.Code.Value), (ApplicationFields.Address, "大阪府大阪市北区１－２"));

        (await portal.ApproveAsync(applicationId)).Succeeded.ShouldBeTrue();

        var branch = await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync(u => u.HeadOfficeCode == headOffice.Code));
        branch.Code.Value.ShouldBe("100000002");
        branch.Details.BranchName.ShouldBe("大阪支店");
        var administrator = await portal.AdministratorAsync(branch.Id);
        administrator.UserId.ShouldBe(WebUserId.Of(WebUserRole.Administrator, 2));
        (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem().Address.ShouldBe(new LetterAddress("100-0001", "大阪府大阪市北区１－２", "株式会社髙﨑𠮷商事", "大阪支店"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WebUser_OnApproval_GetsTheLetterAtTheRegisteredAddress(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.ImportAsync("200000001");
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, "200000001"), (ApplicationFields.Address, "別の所在地"));

        (await portal.ApproveAsync(applicationId)).Succeeded.ShouldBeTrue();

        var administrator = await portal.AdministratorAsync(user.Id);
        (await portal.NoticesAsync(administrator)).ShouldHaveSingleItem().Address.ShouldBe(user.LetterAddress);
        (await portal.AskAsync<IInsuranceUsersDb, int>(db => db.InsuranceUsers.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData("999999999", InsuranceUserErrors.HeadOfficeUnknown)]
    [InlineData("200000002", InsuranceUserErrors.HeadOfficeIsBranch)]
    [InlineData("200000003", InsuranceUserErrors.HeadOfficeSuspended)]
    public async Task Branch_UnderWhatIsNoHeadOfficeInUse_IsRefusedWithTheWholeApproval(string code, string refusal)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        await portal.ImportAsync("200000002", headOffice: "200000001");
        await portal.ImportAsync("200000003", suspended: true);
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.Branch, (ApplicationFields.HeadOfficeCode, code));

        (await portal.ApproveAsync(applicationId)).Errors.ShouldHaveSingleItem().Code.ShouldBe(refusal);

        await ShouldStillAwaitApprovalAsync(portal, applicationId);
    }

    [Theory]
    [InlineData("999999999", InsuranceUserErrors.CodeUnknown)]
    [InlineData("200000003", InsuranceUserErrors.Suspended)]
    public async Task WebUser_OfAnInsuranceUserNotInUse_IsRefusedWithTheWholeApproval(string code, string refusal)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000003", suspended: true);
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, code));

        (await portal.ApproveAsync(applicationId)).Errors.ShouldHaveSingleItem().Code.ShouldBe(refusal);

        await ShouldStillAwaitApprovalAsync(portal, applicationId);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WebUser_WhereThereIsAnAdministrator_IsRefusedWithTheWholeApproval(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.RegisterHeadOfficeAsync();
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, user.Code.Value));

        (await portal.ApproveAsync(applicationId)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.AdministratorExists);

        await ShouldStillAwaitApprovalAsync(portal, applicationId);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S44")]
    public async Task TwoApprovalsAtOnce_ForOneCode_MakeOneAdministrator(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.ImportAsync("200000001");
        Guid[] applications = [await Named(), await Named(), await Named()];

        var answers = await Task.WhenAll(applications.Select(id => Task.Run(() => portal.ApproveAsync(id))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == WebUserErrors.AdministratorExists);
        await portal.AdministratorAsync(user.Id);

        Task<Guid> Named() => portal.AwaitApprovalAsync(ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, user.Code.Value));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S44")]
    public async Task SeveralApprovalsAtOnce_OfOneApplication_RegisterOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => portal.ApproveAsync(applicationId))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        (await portal.AskAsync<IInsuranceUsersDb, int>(db => db.InsuranceUsers.CountAsync())).ShouldBe(1);
        (await portal.AskAsync<IWebUsersDb, int>(db => db.WebUsers.CountAsync())).ShouldBe(1);
        (await portal.RegisterHeadOfficeAsync()).Code.Value.ShouldBe("100000002");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Approval_InterruptedAtItsLastStep_LeavesNothingBehind(DatabaseProvider database)
    {
        var fails = true;
        await using var portal = await TestPortal.StartAsync(database, change: services =>
            services.AddScoped<IDomainEventHandler<WebUserRegistered>>(_ => new Interrupts(() => fails)));
        var applicationId = await portal.AwaitApprovalAsync();
        var audited = await CountAuditAsync(portal);

        await Should.ThrowAsync<InvalidOperationException>(() => portal.ApproveAsync(applicationId));

        await ShouldStillAwaitApprovalAsync(portal, applicationId);
        (await portal.AskAsync<IInsuranceUsersDb, int>(db => db.InsuranceUsers.CountAsync())).ShouldBe(0);
        (await portal.AskAsync<IWebUsersDb, int>(db => db.WebUsers.CountAsync())).ShouldBe(0);
        (await portal.AskAsync<IWebUsersDb, int>(db => db.Notices.CountAsync())).ShouldBe(0);
        (await CountAuditAsync(portal)).ShouldBe(audited);

        fails = false;
        (await portal.ApproveAsync(applicationId)).Succeeded.ShouldBeTrue();
        var user = await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync());
        user.Code.Value.ShouldBe("100000001");
        (await portal.AdministratorAsync(user.Id)).UserId.ShouldBe(WebUserId.Of(WebUserRole.Administrator, 1));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwentyCodesAndIdsDrawnAtOnce_AreTwentyDifferentOnes(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var first = InsuranceUserCode.Of(100_000_001);

        var drawn = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(DrawAsync)));

        drawn.Select(pair => pair.Code).ShouldBe(Enumerable.Range(100_000_001, 20).Select(InsuranceUserCode.Of), ignoreOrder: true);
        drawn.Select(pair => pair.Id).ShouldBe(Enumerable.Range(1, 20).Select(n => WebUserId.Of(WebUserRole.Applicant, n)), ignoreOrder: true);

        async Task<(InsuranceUserCode Code, WebUserId Id)> DrawAsync()
        {
            // One scope is one unit of work: both interfaces are the same database.
            return await portal.AskAsync<IInsuranceUsersDb, (InsuranceUserCode, WebUserId)>(async db =>
            {
                var pair = (await db.NextInsuranceUserCodeAsync(first, CancellationToken.None), await ((IWebUsersDb)db).NextWebUserIdAsync(WebUserRole.Applicant, CancellationToken.None));
                await db.SaveAsync(CancellationToken.None);
                return pair;
            });
        }
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Codes_AreIssuedFromTheFirstOneOn_PassingOverImportedOnes(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("100000001");
        await portal.ImportAsync("100000002");
        (await portal.RegisterHeadOfficeAsync()).Code.Value.ShouldBe("100000003");

        // The operator sets a higher first code; a lower one changes nothing.
        (await DrawAsync(500_000_000)).Value.ShouldBe("500000000");
        (await DrawAsync(100_000_001)).Value.ShouldBe("500000001");

        Task<InsuranceUserCode> DrawAsync(int first) => portal.AskAsync<IInsuranceUsersDb, InsuranceUserCode>(async db =>
        {
            var code = await db.NextInsuranceUserCodeAsync(InsuranceUserCode.Of(first), CancellationToken.None);
            await db.SaveAsync(CancellationToken.None);
            return code;
        });
    }

    private static async Task ShouldStillAwaitApprovalAsync(TestPortal portal, Guid applicationId) =>
        (await portal.AskAsync<IRegistrationDb, RegistrationApplication>(db => db.Applications.SingleAsync(a => a.Id == applicationId))).State.ShouldBe(ApplicationState.AwaitingApproval);

    private static Task<int> CountAuditAsync(TestPortal portal) => portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync());

    private sealed class Interrupts(Func<bool> fails) : IDomainEventHandler<WebUserRegistered>
    {
        public Task<Result> HandleAsync(WebUserRegistered happened, CancellationToken ct) =>
            fails() ? throw new InvalidOperationException("Interrupted.") : Task.FromResult(Result.Done);
    }
}
