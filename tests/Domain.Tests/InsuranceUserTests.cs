using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;

namespace NexiPortal.Domain.Tests;

public sealed class InsuranceUserTests
{
    private static readonly NamedAdministrator Administrator = new(Guid.CreateVersion7(), Build.Person(), false);

    [Fact]
    public void HeadOffice_OnceRegistered_NamesItsAdministratorAndWhereTheLetterGoes()
    {
        var registered = InsuranceUser.Register(InsuranceUserCode.Of(1), Details, Administrator, Build.Approver, Build.Noon);

        registered.IsBranch.ShouldBeFalse();
        registered.TakeEvents().ShouldBe(
        [
            new InsuranceUserRegistered(registered.Id, Build.Noon),
            new AdministratorNamed(registered.Id, Administrator, new LetterAddress("100-0001", "東京都千代田区", "株式会社日本", ""), Build.Noon),
        ]);
        var line = registered.History.ShouldHaveSingleItem();
        (line.Verb, line.By, line.At).ShouldBe((InsuranceUserVerb.Register, Build.Approver, Build.Noon));
    }

    [Fact]
    public void Branch_IsAddedUnderAHeadOffice()
    {
        var branch = HeadOffice().AddBranch(InsuranceUserCode.Of(2), Details with { BranchName = "大阪支店" }, Administrator, Build.Approver, Build.Noon).Value;
        branch.HeadOfficeCode.ShouldBe(InsuranceUserCode.Of(1));
        branch.LetterAddress.Unit.ShouldBe("大阪支店");
        branch.TakeEvents().OfType<AdministratorNamed>().ShouldHaveSingleItem().InsuranceUserId.ShouldBe(branch.Id);
    }

    [Fact]
    public void Branch_IsNotAddedUnderABranchOrASuspendedHeadOffice()
    {
        var branch = InsuranceUser.Import(InsuranceUserCode.Of(2), InsuranceUserCode.Of(1), Details, false, Build.Clerk, Build.Noon);
        Refusal(branch).ShouldBe(InsuranceUserErrors.HeadOfficeIsBranch);
        Refusal(HeadOffice(suspended: true)).ShouldBe(InsuranceUserErrors.HeadOfficeSuspended);

        static string Refusal(InsuranceUser head) =>
            head.AddBranch(InsuranceUserCode.Of(3), Details, Administrator, Build.Approver, Build.Noon).Errors.ShouldHaveSingleItem().Code;
    }

    [Fact]
    public void Administrator_OfAnInsuranceUserInUse_IsNamedToTheRegisteredAddress()
    {
        var user = HeadOffice();
        user.NameAdministrator(Administrator, Build.Noon).Succeeded.ShouldBeTrue();
        user.TakeEvents().ShouldBe([new AdministratorNamed(user.Id, Administrator, user.LetterAddress, Build.Noon)]);

        var suspended = HeadOffice(suspended: true);
        suspended.NameAdministrator(Administrator, Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.Suspended);
        suspended.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Imported_HasItsCodeOfOldAndNamesNobody()
    {
        var imported = InsuranceUser.Import(InsuranceUserCode.Of(1), null, Details, true, Build.Clerk, Build.Noon);
        imported.IsSuspended.ShouldBeTrue();
        imported.History.ShouldHaveSingleItem().Verb.ShouldBe(InsuranceUserVerb.Import);
        imported.TakeEvents().ShouldBe([new InsuranceUserImported(imported.Id, Build.Noon)]);
    }

    [Fact]
    public void Correction_KeepsBeforeAndAfterWithWhoWhenAndWhy()
    {
        var user = HeadOffice();
        var moved = Details with { PostalCode = "530-0001", Address = "大阪府大阪市北区" };

        user.Correct(moved, "移転の届出", Build.Clerk, Build.Noon.AddDays(1)).Succeeded.ShouldBeTrue();

        user.Details.ShouldBe(moved);
        user.AddressLikeness.ShouldBe(Likeness.OfAddress("大阪府大阪市北区"));
        var line = user.History[^1];
        (line.Verb, line.By, line.At, line.Reason, line.Before, line.After).ShouldBe((InsuranceUserVerb.Correct, Build.Clerk, Build.Noon.AddDays(1), "移転の届出", Details, moved));
        user.TakeEvents().ShouldBe([new InsuranceUserCorrected(user.Id, user.LetterAddress, Build.Noon.AddDays(1))]);
    }

    [Fact]
    public void Correction_WithoutReasonOrChange_IsRefused()
    {
        HeadOffice().Correct(Details with { Address = "別" }, "", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.ReasonRequired);
        HeadOffice().Correct(Details with { }, "理由", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.NothingCorrected);
    }

    [Fact]
    public void Suspension_HoldsUntilResumed_EachWithItsReason()
    {
        var user = HeadOffice();
        user.Resume("理由", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.NotSuspended);
        user.Suspend("", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.ReasonRequired);
        user.Suspend("破産", Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
        user.Suspend("破産", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.Suspended);
        user.Resume("", Build.Clerk, Build.Noon).Errors[0].Code.ShouldBe(InsuranceUserErrors.ReasonRequired);
        user.Resume("再建", Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();

        user.IsSuspended.ShouldBeFalse();
        user.History.Skip(1).Select(line => (line.Verb, line.Reason)).ShouldBe([(InsuranceUserVerb.Suspend, "破産"), (InsuranceUserVerb.Resume, "再建")]);
        user.TakeEvents().Select(happened => happened.GetType()).ShouldBe([typeof(InsuranceUserSuspended), typeof(InsuranceUserResumed)]);
    }

    private static RegisteredDetails Details { get; } = new()
    {
        CompanyName = "株式会社日本",
        CompanyNameKana = "カブシキガイシャニホン",
        PostalCode = "100-0001",
        Address = "東京都千代田区",
        Telephone = "03-1234-5678",
    };

    private static InsuranceUser HeadOffice(bool suspended = false)
    {
        var user = InsuranceUser.Import(InsuranceUserCode.Of(1), null, Details, suspended, Build.Clerk, Build.Noon);
        user.TakeEvents();
        return user;
    }
}
