using NexiPortal.Application.Registration;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>What the register says about a case.</summary>
public sealed class CompareWithRegisteredTests
{
    private static readonly (ApplicationField Field, string Value)[] AsRegistered =
    [
        (ApplicationFields.CompanyName, "株式会社旧来物産"),
        (ApplicationFields.CompanyNameKana, "カブシキガイシャキュウライブッサン"),
        (ApplicationFields.PostalCode, "540-0001"),
        (ApplicationFields.Address, "大阪府大阪市中央区城見１－１－１"),
        (ApplicationFields.Telephone, "0612345678"),
        (ApplicationFields.RepresentativeTitle, "代表取締役"),
        (ApplicationFields.RepresentativeName, "旧来　次郎"),
    ];

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WebUser_TypedAsRegistered_HasNothingToExplain(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");

        var compared = await CompareAsync(portal, ApplicationType.WebUser, [(ApplicationFields.InsuranceUserCode, "200000001"), .. AsRegistered]);

        compared.Refusal.ShouldBeNull();
        compared.Rows.Count.ShouldBe(AsRegistered.Length);
        compared.Rows.Where(row => row.Differs).ShouldBeEmpty();
        compared.HasDifferences.ShouldBeFalse();
    }

    [Fact]
    public async Task WebUser_TypedOtherwise_ShowsBothWhereTheyDiffer()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");

        var compared = await CompareAsync(portal, ApplicationType.WebUser,
            [(ApplicationFields.InsuranceUserCode, "200000001"), .. AsRegistered, (ApplicationFields.RepresentativeName, "旧来　三郎")]);

        compared.HasDifferences.ShouldBeTrue();
        var differing = compared.Rows.Where(row => row.Differs).ShouldHaveSingleItem();
        (differing.Typed.Legend, differing.Typed.Label, differing.Typed.Value, differing.Registered).ShouldBe(("代表者", "氏名", "旧来　三郎", "旧来　次郎"));
    }

    [Fact]
    public async Task Branch_IsComparedInWhatItSharesWithItsHeadOffice()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        (ApplicationField, string)[] shared =
        [
            (ApplicationFields.HeadOfficeCode, "200000001"), .. AsRegistered, (ApplicationFields.Address, "東京都港区"), (ApplicationFields.Telephone, "03-0000-0000"),
            (ApplicationFields.RegisteredAddressChoice, ApplicationFields.OtherAddress), (ApplicationFields.RegisteredAddress, "大阪府大阪市中央区城見１－１－１"),
        ];

        (await CompareAsync(portal, ApplicationType.Branch, shared)).HasDifferences.ShouldBeFalse();

        // The same as 所在地 is the branch's own address, which no register has as the company's.
        var other = await CompareAsync(portal, ApplicationType.Branch, [.. shared, (ApplicationFields.RegisteredAddressChoice, ApplicationFields.SameAddress)]);
        var differing = other.Rows.Where(row => row.Differs).ShouldHaveSingleItem();
        (differing.Typed.Label, differing.Typed.Value, differing.Registered).ShouldBe(("登記所在地", "東京都港区", "大阪府大阪市中央区城見１－１－１"));
    }

    [Fact]
    public async Task HeadOffice_NamesNoCode_AndHasNothingToCompare()
    {
        await using var portal = await TestPortal.StartAsync();
        var compared = await CompareAsync(portal, ApplicationType.HeadOffice, []);
        (compared.Rows.Count, compared.Refusal, compared.HasDifferences).ShouldBe((0, null, false));
    }

    [Fact]
    public async Task WhatAnApprovalWouldBeRefusedFor_IsSaidBeforehand()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001", suspended: true);
        await portal.ImportAsync("200000002", headOffice: "200000001");
        var registered = await portal.RegisterHeadOfficeAsync();

        await ShouldRefuseAsync(ApplicationType.WebUser, ApplicationFields.InsuranceUserCode, "999999999", InsuranceUserErrors.CodeUnknown);
        await ShouldRefuseAsync(ApplicationType.WebUser, ApplicationFields.InsuranceUserCode, "200000001", InsuranceUserErrors.Suspended);
        await ShouldRefuseAsync(ApplicationType.WebUser, ApplicationFields.InsuranceUserCode, registered.Code.Value, WebUserErrors.AdministratorExists);
        await ShouldRefuseAsync(ApplicationType.Branch, ApplicationFields.HeadOfficeCode, "999999999", InsuranceUserErrors.HeadOfficeUnknown);
        await ShouldRefuseAsync(ApplicationType.Branch, ApplicationFields.HeadOfficeCode, "200000002", InsuranceUserErrors.HeadOfficeIsBranch);
        await ShouldRefuseAsync(ApplicationType.Branch, ApplicationFields.HeadOfficeCode, "200000001", InsuranceUserErrors.HeadOfficeSuspended);

        async Task ShouldRefuseAsync(ApplicationType type, ApplicationField field, string code, string refusal) =>
            (await CompareAsync(portal, type, [(field, code)])).Refusal.ShouldNotBeNull().Code.ShouldBe(refusal);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task InsuranceUsersAlike_AreToldEachWithWhy(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        await portal.ImportAsync("200000002", details: ApprovalSteps.OldDetails with { CompanyName = "別会社", CompanyNameKana = "ベツ", Telephone = "06-0000-0000" });
        await portal.ImportAsync("200000003", details: ApprovalSteps.OldDetails with { CompanyName = "無関係", CompanyNameKana = "ムカンケイ", Telephone = "06-0000-0000", Address = "沖縄県那覇市" });
        var typed = Entries.Complete(ApplicationType.HeadOffice).With(ApplicationFields.CompanyName, "旧来物産㈱").With(ApplicationFields.CompanyNameKana, "キュウライブッサン")
            .With(ApplicationFields.Address, "大阪府大阪市中央区城見一丁目１番１号");

        var alike = await portal.AskAsync<IRegisteredUsers, IReadOnlyList<AlikeUser>>(users => users.FindAlikeAsync(ApplicationType.HeadOffice, typed, CancellationToken.None));

        alike.Select(user => (user.Code.Value, user.Name)).ShouldBe([("200000001", "株式会社旧来物産"), ("200000002", "別会社")]);
        alike[0].Reasons.ShouldBe([LikenessReason.Name, LikenessReason.Kana, LikenessReason.Address]);
        alike[1].Reasons.ShouldBe([LikenessReason.Address]);
    }

    [Fact]
    public async Task InsuranceUsersAlike_AreFoundForAnApplication()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        var application = await portal.AwaitApprovalAsync(ApplicationType.HeadOffice, (ApplicationFields.Telephone, "0612345678"));

        var alike = (await portal.SendAsync(new FindAlikeUsers.Query(application))).Value.Users.ShouldHaveSingleItem();

        (alike.Code.Value, alike.Reasons.Single()).ShouldBe(("200000001", LikenessReason.Telephone));
    }

    [Fact]
    public async Task TheOneNamed_AndItsBranchesByTheirNameAlone_AreNoDuplicates()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        await portal.ImportAsync("200000002", headOffice: "200000001", details: ApprovalSteps.OldDetails with { BranchName = "旧支店", Telephone = "03-1111-1111", Address = "東京都港区" });

        var webUser = FieldValues.From(AsRegistered.Append((ApplicationFields.InsuranceUserCode, "200000001")).Select(value => KeyValuePair.Create(value.Item1.Key, value.Item2)));
        (await CodesAsync(ApplicationType.WebUser, webUser)).ShouldBe(["200000002"]);
        var branch = webUser.With(ApplicationFields.HeadOfficeCode, "200000001").With(ApplicationFields.Address, "北海道").With(ApplicationFields.Telephone, "011-000-0000");
        (await CodesAsync(ApplicationType.Branch, branch)).ShouldBeEmpty();
        (await CodesAsync(ApplicationType.Branch, branch.With(ApplicationFields.Telephone, "03-1111-1111"))).ShouldBe(["200000002"]);

        async Task<string[]> CodesAsync(ApplicationType type, FieldValues typed) =>
            [.. (await portal.AskAsync<IRegisteredUsers, IReadOnlyList<AlikeUser>>(users => users.FindAlikeAsync(type, typed, CancellationToken.None))).Select(user => user.Code.Value)];
    }

    private static async Task<CompareWithRegistered.Comparison> CompareAsync(TestPortal portal, ApplicationType type, (ApplicationField Field, string Value)[] but) =>
        (await portal.SendAsync(new CompareWithRegistered.Query(await portal.AwaitApprovalAsync(type, but)))).Value;
}
