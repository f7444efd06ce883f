using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;
using static NexiPortal.Domain.WebUsers.NoticeState;

namespace NexiPortal.Domain.Tests;

public sealed class WebUserTests
{
    [Fact]
    public void Administrator_HasAnAdministratorsId() =>
        Should.Throw<ArgumentException>(() => WebUser.RegisterAdministrator(WebUserId.Of(WebUserRole.Applicant, 1), Guid.CreateVersion7(), Build.Person(), false, Build.Noon));

    [Fact]
    public void SuspendedId_IsResumed_ButNotSuspendedTwice()
    {
        var user = Build.Administrator();
        user.Resume(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotSuspended);
        user.Suspend(Build.Noon.AddHours(1)).Succeeded.ShouldBeTrue();
        (user.State, user.StateSince).ShouldBe((WebUserState.Suspended, Build.Noon.AddHours(1)));
        user.Suspend(Build.Noon.AddHours(2)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotActive);
        user.Resume(Build.Noon.AddHours(3)).Succeeded.ShouldBeTrue();
        (user.State, user.StateSince).ShouldBe((WebUserState.Active, Build.Noon.AddHours(3)));
        user.TakeEvents().Select(happened => happened.GetType()).ShouldBe([typeof(WebUserSuspended), typeof(WebUserResumed)]);
    }

    [Fact]
    public void EndedId_StaysEnded()
    {
        var user = Build.Administrator();
        user.End(Build.Noon).Succeeded.ShouldBeTrue();
        user.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<WebUserEnded>();
        user.Resume(Build.Noon).Succeeded.ShouldBeFalse();
        user.Suspend(Build.Noon).Succeeded.ShouldBeFalse();
        user.End(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.Ended);
    }
}

public sealed class RegistrationNoticeTests
{
    private static readonly LetterAddress Address = new("100-0001", "東京都千代田区", "株式会社日本", "");

    [Fact]
    [Trait("Requirement", "S19")]
    public void Letter_NotConfirmedAsPrinted_IsPrintedAgain()
    {
        var letter = Letter();
        letter.Print(Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
        letter.Print(Build.Approver, Build.Noon.AddHours(1)).Succeeded.ShouldBeTrue();

        (letter.PrintCount, letter.PrintedBy, letter.PrintedAt).ShouldBe((2, Build.Approver, Build.Noon.AddHours(1)));
        letter.TakeEvents().ShouldAllBe(happened => happened is RegistrationNoticePrinted);
    }

    [Fact]
    [Trait("Requirement", "S19")]
    public void Letter_OnceConfirmed_IsPrintedByReissuingAlone()
    {
        var letter = LetterIn(ToDispatch);
        letter.Print(Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeNotToPrint);

        var next = letter.Reissue(letter.AwaitedBy, Address, Build.Noon);

        letter.State.ShouldBe(NoticeState.Void);
        (next.State, next.Issue, next.ApplicationId).ShouldBe((ToPrint, 2, letter.ApplicationId));
        next.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<RegistrationNoticeReissued>();
    }

    [Theory]
    [InlineData(ToPrint, false)]
    [InlineData(Printed, false)]
    [InlineData(ToDispatch, true)]
    [InlineData(Dispatched, false)]
    [InlineData(Returned, false)]
    [InlineData(NoticeState.Void, false)]
    public void Dispatch_IsOfALetterConfirmedAsPrinted(NoticeState state, bool possible)
    {
        var letter = LetterIn(state);
        letter.RegisterDispatch(new(2026, 7, 2)).Succeeded.ShouldBe(possible);
        if (possible) (letter.State, letter.SentOn).ShouldBe((Dispatched, new DateOnly(2026, 7, 2)));
    }

    [Theory]
    [InlineData(ToPrint, true)]
    [InlineData(Printed, true)]
    [InlineData(ToDispatch, true)]
    [InlineData(Dispatched, false)]
    [InlineData(Returned, false)]
    [InlineData(NoticeState.Void, false)]
    public void Letter_ThatHasNotGoneOut_GoesToACorrectedAddressPrintedAnew(NoticeState state, bool open)
    {
        var letter = LetterIn(state);
        var moved = Address with { Address = "大阪府大阪市" };

        letter.Readdress(moved);

        (letter.Address, letter.State).ShouldBe(open ? (moved, ToPrint) : (Address, state));
    }

    [Fact]
    public void Letter_WhoseAddressStays_NeedsNoOtherPrint()
    {
        var letter = LetterIn(ToDispatch);
        letter.Readdress(Address with { });
        letter.State.ShouldBe(ToDispatch);
    }

    [Fact]
    public void ConfirmationOfALetter_NotPrinted_IsRefused() =>
        Letter().ConfirmPrinted().Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeNotPrinted);

    [Theory]
    [InlineData(ToPrint, true)]
    [InlineData(ToDispatch, true)]
    [InlineData(Dispatched, false)]
    [InlineData(NoticeState.Void, false)]
    public void Case_WaitsForALetterUntilItHasGoneOut(NoticeState state, bool waits)
    {
        var letter = LetterIn(state);
        letter.AwaitedBy.ShouldBe(waits ? letter.ApplicationId : null);
    }

    private static RegistrationNotice Letter() => RegistrationNotice.For(Build.Administrator(), Guid.CreateVersion7(), Address);

    private static RegistrationNotice LetterIn(NoticeState state)
    {
        var letter = Letter();
        if (state is Printed or ToDispatch or Dispatched or Returned) letter.Print(Build.Clerk, Build.Noon);
        if (state is ToDispatch or Dispatched or Returned) letter.ConfirmPrinted();
        if (state is Dispatched or Returned) letter.RegisterDispatch(new(2026, 7, 1));
        if (state is Returned) letter.RegisterReturn();
        if (state is NoticeState.Void) letter.MakeVoid();
        letter.State.ShouldBe(state);
        letter.TakeEvents();
        return letter;
    }
}
