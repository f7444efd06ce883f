using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;
using static NexiPortal.Domain.Registration.ApplicationType;

namespace NexiPortal.Domain.Tests;

public sealed class DraftTests
{
    private static readonly FieldValues Entered = Build.Typed();

    [Fact]
    public void Begin_OfAKind_FillsInItsDefaultsWithNothingUnsaved()
    {
        var draft = Build.Draft(began: Branch);
        draft.Type.ShouldBe(Branch);
        draft.Working.ShouldBe(Defaults(Branch));
        draft.HasUnsaved.ShouldBeFalse();
    }

    [Fact]
    public void Enter_OfNewValues_KeepsThemUnsaved()
    {
        var draft = Build.Draft(began: HeadOffice);
        draft.Enter(HeadOffice, draft.Version, Entered).Succeeded.ShouldBeTrue();
        draft.Working.ShouldBe(Entered);
        draft.HasUnsaved.ShouldBeTrue();
    }

    [Fact]
    public void Enter_OfInvalidValues_KeepsThemAsTyped()
    {
        var draft = Build.Draft(began: HeadOffice);
        var invalid = Entered.With(PostalCode, "x");
        draft.Enter(HeadOffice, draft.Version, invalid);
        draft.Working.ShouldBe(invalid);
    }

    [Fact]
    public void Enter_FromAPageShownEarlier_IsRefused()
    {
        var draft = Build.Draft(began: HeadOffice);
        var shown = draft.Version;
        draft.CountChange();
        draft.Enter(HeadOffice, shown, Entered).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.DraftChanged);
        draft.Working.ShouldBe(Defaults(HeadOffice));
    }

    [Fact]
    public void Enter_FromAPageOfAnotherKind_IsRefused()
    {
        var draft = Build.Draft(began: Branch);
        draft.Enter(HeadOffice, draft.Version, Entered).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.TypeChanged);
        draft.Working.ShouldBe(Defaults(Branch));
    }

    [Fact]
    public void Enter_AfterTheWorkingCopyWasDiscarded_BringsItBackWithItsKind()
    {
        var draft = Build.Draft(began: HeadOffice);
        draft.DiscardUnsaved();
        draft.Enter(HeadOffice, draft.Version, Entered).Succeeded.ShouldBeTrue();
        draft.Type.ShouldBe(HeadOffice);
        draft.Working.ShouldBe(Entered);
    }

    [Fact]
    public void Enter_OfOtherValuesAfterConfirming_AsksToConfirmAgain()
    {
        var draft = Build.Draft(began: HeadOffice);
        draft.Enter(HeadOffice, draft.Version, Entered);
        draft.Confirm();
        draft.Enter(HeadOffice, draft.Version, Entered);
        draft.IsConfirmed.ShouldBeTrue();
        draft.Enter(HeadOffice, draft.Version, Entered.With(JobTitle, "課長"));
        draft.IsConfirmed.ShouldBeFalse();
    }

    [Fact]
    public void Save_OfWhatWasTyped_LeavesNothingUnsaved()
    {
        var draft = Build.Draft(began: HeadOffice, saved: Entered);
        draft.HasUnsaved.ShouldBeFalse();
        (draft.SavedType, draft.SavedAt).ShouldBe((HeadOffice, Build.Noon));
        draft.Enter(HeadOffice, draft.Version, Entered.With(JobTitle, "課長"));
        draft.HasUnsaved.ShouldBeTrue();
        draft.Saved.ShouldBe(Entered);
    }

    [Fact]
    public void Save_WithNoKindChosen_LeavesTheSavedCopyAlone()
    {
        var draft = Build.Draft(began: HeadOffice, saved: Entered);
        draft.DiscardUnsaved();
        draft.Save(Build.Noon.AddHours(1));
        (draft.SavedType, draft.Saved, draft.SavedAt).ShouldBe((HeadOffice, Entered, Build.Noon));
    }

    [Theory]
    [InlineData(HeadOffice)]
    [InlineData(WebUser)]
    public void Begin_WhenACopyIsSaved_KeepsItAndHasNothingUnsavedYet(ApplicationType type)
    {
        var draft = Build.Draft(began: HeadOffice, saved: Entered);
        draft.Begin(type);
        (draft.SavedType, draft.Saved).ShouldBe((HeadOffice, Entered));
        draft.Working.ShouldBe(Defaults(type));
        draft.HasUnsaved.ShouldBeFalse();
    }

    [Fact]
    public void Resume_AfterDiscarding_BringsTheSavedCopyBack()
    {
        var draft = Build.Draft(began: HeadOffice, saved: Entered);
        draft.Enter(HeadOffice, draft.Version, FieldValues.Empty);
        draft.Confirm();
        draft.DiscardUnsaved();
        (draft.Type, draft.Working, draft.IsConfirmed, draft.HasUnsaved).ShouldBe((null, FieldValues.Empty, false, false));
        draft.Resume().Succeeded.ShouldBeTrue();
        (draft.Type, draft.Working, draft.IsConfirmed, draft.HasUnsaved).ShouldBe((HeadOffice, Entered, false, false));
    }

    [Fact]
    public void Resume_WithNothingSaved_IsRefused() =>
        Build.Draft(began: HeadOffice).Resume().Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.NothingSaved);

    [Fact]
    public void TakeOver_ByANewResumeLink_MovesWhatWasSaved()
    {
        var replaced = Build.Draft(began: HeadOffice, saved: Entered);
        var link = Build.Link();
        var draft = Draft.TakeOver(link, replaced);
        (draft.LinkId, draft.SavedType, draft.Saved, draft.SavedAt).ShouldBe((link.Id, HeadOffice, Entered, Build.Noon));
        replaced.Saved.ShouldBe(FieldValues.Empty);
    }

    [Fact]
    public void Empty_OnceSubmitted_LeavesNothingPersonal()
    {
        var draft = Build.Draft(began: HeadOffice, saved: Entered);
        draft.Empty();
        (draft.Type, draft.Working, draft.SavedType, draft.Saved, draft.SavedAt).ShouldBe((null, FieldValues.Empty, null, FieldValues.Empty, null));
    }
}

public sealed class ApplicationNumberTests
{
    [Fact]
    public void Number_OfTheSpecificationsExample_HasItsCheckDigit() => Build.Number(123).Value.ShouldBe("2607-00123-9");

    [Theory]
    [InlineData("2607-00123-9")]
    [InlineData("２６０７－００１２３－９")]
    [InlineData(" 2607ー00123 9 ")]
    [InlineData("２６０７００１２３９")]
    [InlineData("2607001239")]
    public void Number_TypedInAnyWidth_IsRead(string typed) => ApplicationNumber.Read(typed).ShouldBe(Build.Number(123));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2607-00123")]
    [InlineData("2607-00123-99")]
    [InlineData("26070012399")]
    [InlineData("2607001230")]
    [InlineData("260700-123-9")]
    [InlineData("2607-0012x-9")]
    [InlineData("2607x00123x9")]
    public void Number_OfAnotherShape_IsNotRead(string? typed) => ApplicationNumber.Read(typed).ShouldBeNull();

    [Fact]
    public void Number_WithAnySingleDigitWrong_IsNotRead() =>
        CheckDigitTests.WithOneDigitWrong("2607-00123-9").ShouldAllBe(wrong => ApplicationNumber.Read(wrong) == null);

    [Theory]
    [InlineData(0)]
    [InlineData(100_000)]
    public void Number_BeyondTheMonthsNumbers_Throws(int sequence) => Should.Throw<ArgumentOutOfRangeException>(() => Build.Number(sequence));

    [Theory]
    [InlineData(1, "2607-00001-")]
    [InlineData(99_999, "2607-99999-")]
    public void Number_AtTheEndsOfTheMonthsNumbers_ReadsBack(int sequence, string start)
    {
        var number = Build.Number(sequence);
        number.Value.ShouldStartWith(start);
        ApplicationNumber.Read(number.Value).ShouldBe(number);
    }
}

public sealed class RegistrationApplicationTests
{
    private static readonly DateTimeOffset Deadline = Build.Jst(2026, 9, 29, 23, 59, 59);

    public static TheoryData<string> Keys => [.. For(HeadOffice).Where(f => f != MailAddressAgain).Select(f => f.Key)];

    [Theory]
    [InlineData("2026-07-01T00:00:00+09:00")]
    [InlineData("2026-07-01T23:59:59+09:00")]
    public void Form_OfAnApplication_LastsToTheEndOfTheNinetiethDay(string submitted) =>
        Build.Application(now: At(submitted)).FormExpiresAt.ShouldBe(Deadline);

    [Theory]
    [InlineData(-1, ApplicationState.AwaitingPaper)]
    [InlineData(0, ApplicationState.AwaitingPaper)]
    [InlineData(1, ApplicationState.Expired)]
    public void State_AroundTheFormsDeadline_TurnsAfterItsLastSecond(int seconds, ApplicationState state) =>
        Build.Application().StateAt(Deadline.AddSeconds(seconds)).ShouldBe(state);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(1, false)]
    public void Case_OnceExpired_IsVisibleThirtyDaysMore(int seconds, bool visible) =>
        Build.Application().IsVisibleAt(Deadline.AddDays(30).AddSeconds(seconds), Build.Policy).ShouldBe(visible);

    [Fact]
    public void Submit_OfACompleteEntry_KeepsItTidiedUnderItsLink()
    {
        var link = Build.Link();
        var entry = Build.Entry(but: (CompanyName, "㈱日本"));
        var application = Build.Application(link, entry);
        application.Details.ShouldBe(entry.Tidied);
        application.Details[CompanyName].ShouldBe("株式会社日本");
        (application.LinkId, application.Address, application.Type, application.Revision).ShouldBe((link.Id, link.Address, HeadOffice, 1));
        link.ApplicationId.ShouldBe(application.Id);
        application.Representative.ShouldBe(("代表取締役社長", "日本　太郎"));
    }

    [Fact]
    public void Submit_OfAnEntry_IsToldOnce()
    {
        var application = Build.Application();
        application.TakeEvents().ShouldBe(
            [new ApplicationSubmitted(new(application.Id, application.Number, HeadOffice, application.Address), 1, Deadline, Build.Noon)]);
        application.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Submit_OfAnIncompleteEntry_ThrowsAndSpendsNoLink()
    {
        var link = Build.Link();
        Should.Throw<InvalidOperationException>(() => Build.Application(link, Build.Entry(but: (CompanyName, ""))));
        link.ApplicationId.ShouldBeNull();
    }

    [Fact]
    public void FormCode_OfAnApplication_IsNumberRevisionAndCheckValue() =>
        Build.Application().FormCode.ShouldMatch("^2607-00123-9/1/[0-9A-F]{8}$");

    [Fact]
    public void FormCode_OfTheSameValues_IsTheSame() => Build.Application().FormCode.ShouldBe(Build.Application().FormCode);

    [Theory, MemberData(nameof(Keys))]
    public void FormCode_WhenAnyValueDiffers_Differs(string key)
    {
        var field = Build.Field(key);
        (ApplicationField, string)[] before = field == RegisteredAddress ? [(RegisteredAddressChoice, OtherAddress)] : [];
        Build.Application(entry: Build.Entry(but: [.. before, .. Other(field)])).FormCode
            .ShouldNotBe(Build.Application(entry: Build.Entry(but: before)).FormCode);
    }

    [Fact]
    public void FormCode_OfAnotherNumber_HasAnotherCheckValue() =>
        Build.Application(number: Build.Number(124)).FormCode[^8..].ShouldNotBe(Build.Application().FormCode[^8..]);

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant);

    private static (ApplicationField, string)[] Other(ApplicationField field) => field.Rule switch
    {
        ChoiceRule choice when field == RegisteredAddressChoice => [(field, choice.Choices[1].Key), (RegisteredAddress, "大阪市")],
        ChoiceRule choice => [(field, choice.Choices.First(c => c.Key != field.Default(HeadOffice)).Key)],
        MailAddressRule => [(field, "jiro@sample.com"), (MailAddressAgain, "jiro@sample.com")],
        WebAddressRule => [(field, "https://sample.com/")],
        PostalCodeRule => [(field, "100-0002")],
        TelephoneRule => [(field, "03-1234-5679")],
        _ => [(field, "アイウ")],
    };
}
