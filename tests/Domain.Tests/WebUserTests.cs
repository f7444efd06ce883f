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
        user.Unlock(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.Ended);
    }

    [Fact]
    public void Unlocking_IsInTheAuditTrail_AndOpenToASuspendedIdToo()
    {
        var user = Build.Administrator();
        user.Suspend(Build.Noon);
        user.TakeEvents();
        user.Unlock(Build.Noon).Succeeded.ShouldBeTrue();
        user.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<WebUserUnlocked>();
    }
}

public sealed class NoticeNumberTests
{
    private static readonly WebUserId Id = WebUserId.Of(WebUserRole.Administrator, 1);

    [Fact]
    public void Number_IsReadAsItIsWritten()
    {
        var number = new NoticeNumber(Id, 2, 13);
        $"{number}".ShouldBe("A000000011-2-13");
        NoticeNumber.Read($"{number}").ShouldBe(number);
        number.Next.ShouldBe(new NoticeNumber(Id, 2, 14));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A000000011")]
    [InlineData("A000000011-1")]
    [InlineData("A000000012-1-1")]
    [InlineData("A000000011-1-x")]
    [InlineData("A000000011-1--1")]
    [InlineData("A000000011-1-99999999999")]
    [InlineData("A000000011-1-1-1")]
    public void AnythingElse_IsNoNumber(string? text) => NoticeNumber.Read(text).ShouldBeNull();
}

public sealed class RegistrationNoticeTests
{
    private static readonly LetterAddress Address = new("100-0001", "東京都千代田区", "株式会社日本", "");
    private static readonly DateOnly PrintedOn = JapanTime.DateAt(Build.Noon);

    private readonly WebUser _administrator = Build.Administrator();

    [Fact]
    [Trait("Requirement", "S19")]
    public void Letter_NotConfirmedAsPrinted_IsPrintedAgain()
    {
        var letter = Letter();
        letter.Print(_administrator, Password("first"), Build.Clerk, Build.Noon).Succeeded.ShouldBeTrue();
        letter.Print(_administrator, Password("second"), Build.Approver, Build.Noon.AddHours(1)).Succeeded.ShouldBeTrue();

        _administrator.Credential.ShouldNotBeNull().PasswordHash.ShouldBe("second");
        letter.NumberFor(_administrator).ShouldBe(new NoticeNumber(_administrator.UserId, 1, 2));
        (letter.PrintCount, letter.PrintedBy, letter.PrintedAt).ShouldBe((2, Build.Approver, Build.Noon.AddHours(1)));
        letter.TakeEvents().ShouldAllBe(happened => happened is RegistrationNoticePrinted);
    }

    [Fact]
    [Trait("Requirement", "S19")]
    public void Letter_OnceConfirmed_IsPrintedByReissuingAlone()
    {
        var letter = LetterIn(ToDispatch);
        letter.Print(_administrator, Password("second"), Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeNotToPrint);
        _administrator.Credential!.PasswordHash.ShouldBe("first");

        var next = letter.Reissue(letter.AwaitedBy, Address, Build.Noon);

        letter.State.ShouldBe(NoticeState.Void);
        (next.State, next.Issue, next.ApplicationId).ShouldBe((ToPrint, 2, letter.ApplicationId));
        next.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<RegistrationNoticeReissued>();
    }

    [Fact]
    public void Administrator_HasNoPasswordBeforeTheLetterIsPrinted() => _administrator.Credential.ShouldBeNull();

    [Fact]
    public void SuspendedAdministrator_GetsNoPassword()
    {
        var letter = Letter();
        _administrator.Suspend(Build.Noon);
        letter.Print(_administrator, Password("first"), Build.Clerk, Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotActive);
        (letter.State, _administrator.Credential).ShouldBe((ToPrint, null));
    }

    [Fact]
    public void Letter_GivesNobodyElseItsPassword() =>
        Should.Throw<ArgumentException>(() => Letter().Print(Build.Administrator(), Password("first"), Build.Clerk, Build.Noon));

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
        letter.RegisterDispatch(PrintedOn.AddDays(1), "123-45-67890-1", Build.Noon.AddDays(1)).Succeeded.ShouldBe(possible);
        if (possible) (letter.State, letter.SentOn, letter.TrackingNumber).ShouldBe((Dispatched, PrintedOn.AddDays(1), "123-45-67890-1"));
    }

    [Theory]
    [InlineData(-1, WebUserErrors.SentBeforePrinted)]
    [InlineData(0, null)]
    [InlineData(2, null)]
    [InlineData(3, WebUserErrors.SentInFuture)]
    public void Dispatch_IsOnADayFromThePrintingToToday(int daysAfterPrinting, string? refusal)
    {
        var answer = LetterIn(ToDispatch).RegisterDispatch(PrintedOn.AddDays(daysAfterPrinting), "", Build.Noon.AddDays(2));
        answer.Errors.Select(error => (error.Field, error.Code)).ShouldBe(refusal is null ? [] : [(nameof(RegistrationNotice.SentOn), refusal)]);
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
        Letter().ConfirmPrinted(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeNotPrinted);

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

    private static Credential Password(string hash) => Credential.Initial(hash, new(), Build.Noon);

    private RegistrationNotice Letter() => RegistrationNotice.For(_administrator, Guid.CreateVersion7(), Address);

    private RegistrationNotice LetterIn(NoticeState state)
    {
        var letter = Letter();
        if (state is Printed or ToDispatch or Dispatched or Returned) letter.Print(_administrator, Password("first"), Build.Clerk, Build.Noon);
        if (state is ToDispatch or Dispatched or Returned) letter.ConfirmPrinted(Build.Noon);
        if (state is Dispatched or Returned) letter.RegisterDispatch(PrintedOn, "", Build.Noon);
        if (state is Returned) letter.RegisterReturn();
        if (state is NoticeState.Void) letter.MakeVoid();
        letter.State.ShouldBe(state);
        letter.TakeEvents();
        return letter;
    }
}
