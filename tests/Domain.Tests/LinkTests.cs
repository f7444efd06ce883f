using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Domain.Tests;

public sealed class RegistrationLinkTests
{
    private static readonly DateTimeOffset Deadline = Build.Jst(2026, 8, 30, 23, 59, 59);

    [Fact]
    public void Link_WhenIssued_LastsToTheEndOfTheSixtiethDay() => Build.Link().ExpiresAt.ShouldBe(Deadline);

    [Fact]
    public void Link_WhenIssued_TellsItsSecretsOnceAndKeepsDigestsOnly()
    {
        var (token, password) = (LinkToken.New(), RegistrationPassword.New());
        var link = Build.Link(token, password);
        var issued = link.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<RegistrationLinkIssued>();
        (issued.Token, issued.Password, issued.ExpiresAt).ShouldBe((token, password, Deadline));
        link.TokenDigest.ShouldBe(token.Digest);
        link.PasswordDigest.ShouldBe(password.DigestWith(token));
        link.TakeEvents().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1, LinkStanding.Open)]
    [InlineData(0, LinkStanding.Open)]
    [InlineData(1, LinkStanding.Expired)]
    public void Standing_AroundTheDeadline_TurnsAfterItsLastSecond(int seconds, LinkStanding standing) =>
        Build.Link().StandingAt(Deadline.AddSeconds(seconds)).ShouldBe(standing);

    [Fact]
    public void Standing_OnceSubmitted_StaysSoPastTheDeadline()
    {
        var link = Build.Link();
        Build.Application(link);
        link.StandingAt(Build.Noon).ShouldBe(LinkStanding.Submitted);
        link.StandingAt(Deadline.AddDays(1)).ShouldBe(LinkStanding.Submitted);
        link.ReserveAttempt(Build.Policy, Deadline.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Replace_WhileOpen_ReplacesOnceAndForGood()
    {
        var link = Build.Link();
        link.TakeEvents();
        link.Replace(Build.Noon);
        link.Replace(Build.Noon.AddHours(1));
        link.ReplacedAt.ShouldBe(Build.Noon);
        link.StandingAt(Deadline.AddDays(1)).ShouldBe(LinkStanding.Replaced);
        link.ReserveAttempt(Build.Policy, Build.Noon).ShouldBeFalse();
        link.TakeEvents().ShouldBe([new RegistrationLinkReplaced(link.Id, Build.Noon)]);
    }

    [Fact]
    public void Replace_OnceSubmitted_LeavesTheLinkAlone()
    {
        var link = Build.Link();
        Build.Application(link);
        link.Replace(Build.Noon);
        link.StandingAt(Build.Noon).ShouldBe(LinkStanding.Submitted);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Password_AfterTheDeadline_IsNotLookedAt(int seconds, bool looked) =>
        Build.Link().ReserveAttempt(Build.Policy, Deadline.AddSeconds(seconds)).ShouldBe(looked);

    [Fact]
    public void Password_WrongFourTimes_DoesNotPause()
    {
        var link = Build.Link();
        Fail(link, 4, Build.Noon);
        link.IsPausedAt(Build.Noon).ShouldBeFalse();
    }

    [Fact]
    public void Password_WrongFiveTimes_PausesForThirtyMinutes()
    {
        var link = Build.Link();
        Fail(link, 5, Build.Noon);
        link.PausedUntil.ShouldBe(Build.Noon.AddMinutes(30));
        link.ReserveAttempt(Build.Policy, Build.Noon.AddMinutes(30).AddSeconds(-1)).ShouldBeFalse();
        link.AttemptsInAll.ShouldBe(5);
        link.ReserveAttempt(Build.Policy, Build.Noon.AddMinutes(30)).ShouldBeTrue();
    }

    [Fact]
    public void Password_AfterAPause_HasFiveTriesAgain()
    {
        var link = Build.Link();
        var later = Build.Noon.AddMinutes(30);
        Fail(link, 5, Build.Noon);
        Fail(link, 4, later);
        link.IsPausedAt(later).ShouldBeFalse();
        Fail(link, 1, later);
        link.IsPausedAt(later).ShouldBeTrue();
    }

    [Fact]
    public void Password_GuessedAHundredTimesAtOnce_GetsFiveTries()
    {
        var link = Build.Link();
        Enumerable.Range(0, 100).Count(_ => link.ReserveAttempt(Build.Policy, Build.Noon)).ShouldBe(5);
    }

    [Fact]
    public void Password_EnteredRight_EndsTheRunOfWrongOnesAndCountsNotItself()
    {
        var link = Build.Link();
        Fail(link, 4, Build.Noon);
        link.TakeEvents();
        link.ReserveAttempt(Build.Policy, Build.Noon).ShouldBeTrue();
        link.ConfirmAttempt(Build.Noon);
        link.IsPausedAt(Build.Noon).ShouldBeFalse();
        link.AttemptsInAll.ShouldBe(4);
        link.TakeEvents().ShouldBe([new RegistrationLinkOpened(link.Id, Build.Noon)]);
        Fail(link, 4, Build.Noon);
        link.IsPausedAt(Build.Noon).ShouldBeFalse();
    }

    [Fact]
    public void Password_WrongFifteenTimesInAll_VoidsTheLinkOnce()
    {
        var link = Build.Link();
        Fail(link, 5, Build.Noon);
        Fail(link, 5, Build.Noon.AddHours(1));
        Fail(link, 4, Build.Noon.AddHours(2));
        link.StandingAt(Build.Noon.AddHours(2)).ShouldBe(LinkStanding.Open);
        link.TakeEvents();
        var last = Build.Noon.AddHours(2);
        Fail(link, 1, last);
        link.StandingAt(last).ShouldBe(LinkStanding.Void);
        link.RejectAttempt(Build.Policy, last);
        link.TakeEvents().OfType<RegistrationLinkVoided>().ShouldBe([new RegistrationLinkVoided(link.Id, Build.Address(), IsResumeLink: false, last)]);
        link.ReserveAttempt(Build.Policy, last.AddDays(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-08-22T23:59:59+09:00", false)]
    [InlineData("2026-08-23T00:00:00+09:00", true)]
    [InlineData("2026-08-30T23:59:59+09:00", true)]
    [InlineData("2026-08-31T00:00:00+09:00", false)]
    public void Reminder_FallsDueSevenDaysBeforeTheEnd_AndIsGivenOnce(string instant, bool reminds)
    {
        var (link, now) = (Build.Link(), DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        link.TakeEvents();

        link.Remind(null, now);
        link.Remind(null, now);

        link.TakeEvents().ShouldBe(reminds ? [new RegistrationLinkRunsOut(link.Id, null, Build.Address(), Build.Noon, link.ExpiresAt, now)] : []);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Reminder_OfALinkThatLivesNoLongerThanThat_IsNotNeeded(int lifetimeDays, bool reminds) =>
        (Build.Link(policy: new() { LinkLifetimeDays = lifetimeDays }).RemindAt is not null).ShouldBe(reminds);

    [Fact]
    public void Reminder_OfALinkSpentReplacedOrVoid_IsNotNeeded()
    {
        var (spent, replaced, voided) = (Build.Link(), Build.Link(), Build.Link());
        Build.Application(spent);
        replaced.Replace(Build.Noon);
        for (var hour = 0; hour < 3; hour++) Fail(voided, 5, Build.Noon.AddHours(hour));
        foreach (var link in new[] { spent, replaced, voided }) link.RemindAt.ShouldBeNull();
    }

    [Fact]
    public void Password_RightBetweenWrongOnes_DoesNotWipeTheCountInAll()
    {
        var link = Build.Link();
        for (var round = 0; round < 14; round++)
        {
            Fail(link, 1, Build.Noon);
            link.ReserveAttempt(Build.Policy, Build.Noon).ShouldBeTrue();
            link.ConfirmAttempt(Build.Noon);
        }
        link.StandingAt(Build.Noon).ShouldBe(LinkStanding.Open);
        Fail(link, 1, Build.Noon);
        link.StandingAt(Build.Noon).ShouldBe(LinkStanding.Void);
    }

    [Fact]
    public void Password_TypedInAnyWidthCaseOrGrouping_Fits()
    {
        var (token, password) = (LinkToken.New(), RegistrationPassword.New());
        var link = Build.Link(token, password);
        string[] spellings =
        [
            password.Value,
            password.Value.ToUpperInvariant(),
            Tidying.FullWidth(password.Value),
            password.Value.Replace("-", "", StringComparison.Ordinal),
            password.Value.Replace('-', ' '),
            $" {password.Value}\r\n",
        ];
        spellings.ShouldAllBe(typed => link.Fits(token, typed));
    }

    [Fact]
    public void Password_MistypedShortLongOrEmpty_DoesNotFit()
    {
        var (token, password) = (LinkToken.New(), RegistrationPassword.New());
        var link = Build.Link(token, password);
        var mistyped = (password.Value[0] == 'a' ? 'b' : 'a') + password.Value[1..];
        string[] spellings = ["", "パスワード", mistyped, password.Value[..^1], password.Value + "a"];
        spellings.ShouldAllBe(typed => !link.Fits(token, typed));
    }

    [Fact]
    public void Password_OfOneLink_DoesNotFitAnother()
    {
        var (tokenA, tokenB, password) = (LinkToken.New(), LinkToken.New(), RegistrationPassword.New());
        var a = Build.Link(tokenA, password);
        var b = Build.Link(tokenB);
        b.Fits(tokenB, password.Value).ShouldBeFalse();
        a.Fits(tokenB, password.Value).ShouldBeFalse();
        password.DigestWith(tokenA).ShouldNotBe(password.DigestWith(tokenB));
    }

    [Fact]
    public void Session_AfterThePassword_HoldsUntilItsLongestOrItsEnd()
    {
        var session = RegistrantSession.Start(Build.Link(), Build.Noon);
        var longest = TimeSpan.FromHours(12);
        session.IsLiveAt(Build.Noon.AddHours(12).AddSeconds(-1), longest).ShouldBeTrue();
        session.IsLiveAt(Build.Noon.AddHours(12), longest).ShouldBeFalse();
        session.End(Build.Noon.AddHours(1));
        session.End(Build.Noon.AddHours(2));
        session.IsLiveAt(Build.Noon.AddHours(1), longest).ShouldBeFalse();
        session.EndedAt.ShouldBe(Build.Noon.AddHours(1));
    }

    private static void Fail(RegistrationLink link, int times, DateTimeOffset now)
    {
        for (var i = 0; i < times; i++)
        {
            link.ReserveAttempt(Build.Policy, now).ShouldBeTrue();
            link.RejectAttempt(Build.Policy, now);
        }
    }
}

public sealed class LinkSecretsTests
{
    [Fact]
    public void Token_WhenNew_Carries128BitsThatAUrlCanHold()
    {
        var token = LinkToken.New();
        token.Value.ShouldMatch("^[A-Za-z0-9_-]{22}$");
        LinkToken.New().Value.ShouldNotBe(token.Value);
        LinkToken.Read(token.Value).ShouldNotBeNull().Digest.ShouldBe(token.Digest);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrstu")]
    [InlineData("abcdefghijklmnopqrstuvw")]
    [InlineData("abcdefghijklmnopqrstu/")]
    [InlineData("abcdefghijklmnopqrstuあ")]
    public void Token_OfAnotherShape_IsNotRead(string? text) => LinkToken.Read(text).ShouldBeNull();

    [Theory]
    [InlineData("abcdefghijklmnopqrst-_.")]
    [InlineData("abcdefghijklmnopqrst-_>。")]
    [InlineData("<abcdefghijklmnopqrst-_>")]
    [InlineData("abcdefgh\r\n ijklmnopqrst-_")]
    [InlineData("abcdefghijklmnopqrst-_-")]
    [InlineData(" abcdefghij\u3000klmnopqrst-_")]
    public void Token_ThatSufferedInTheMail_IsMended(string text) => LinkToken.Mend(text).ShouldNotBeNull().Value.ShouldBe("abcdefghijklmnopqrst-_");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abcdefghijklmnopqrst-_")]
    [InlineData("abcdefghijklmnopqrst-.")]
    [InlineData("abcdefghijklmnopqrst-_.html")]
    [InlineData("abcdefghijklmnopqrst-_x")]
    [InlineData("abcdefghij.klmnopqrst-_")]
    [InlineData("あabcdefghijklmnopqrst-")]
    public void Token_WholeOrBeyondMending_IsLeftAlone(string? text) => LinkToken.Mend(text).ShouldBeNull();

    [Fact]
    public void Password_WhenNew_IsThreeGroupsWithoutLookAlikes()
    {
        for (var i = 0; i < 100; i++) RegistrationPassword.New().Value.ShouldMatch("^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$");
    }
}

public sealed class StatusLinkTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1_799_999, true)]
    [InlineData(1_800_000, false)]
    [Trait("Requirement", "S06")]
    public void StatusLink_LivesThirtyMinutes(int milliseconds, bool live) =>
        StatusLink.Issue(Build.Application(), LinkToken.New(), Build.Policy, Build.Noon).IsLiveAt(Build.Noon.AddMilliseconds(milliseconds)).ShouldBe(live);

    [Fact]
    [Trait("Requirement", "S01")]
    public void StatusLink_KeepsADigestOfItsTokenOnly_AndTellsTheTokenOnce()
    {
        var token = LinkToken.New();
        var application = Build.Application();
        var link = StatusLink.Issue(application, token, Build.Policy, Build.Noon);

        link.TokenDigest.ShouldBe(token.Digest);
        var told = link.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<StatusLinkIssued>();
        (told.Token, told.Case.Address, told.SubjectId).ShouldBe((token, application.Address, application.Id));
        link.TakeEvents().ShouldBeEmpty();
    }

    [Fact]
    public void StatusLink_OpensASessionThatShowsTheCaseOnly()
    {
        var application = Build.Application();
        var session = StatusLink.Issue(application, LinkToken.New(), Build.Policy, Build.Noon).Open(application, Build.Noon);
        (session.LinkId, session.ShowsCaseOnly, session.StartedAt).ShouldBe((application.LinkId, true, Build.Noon));
    }
}

public sealed class RecentMailsTests
{
    [Theory]
    [InlineData(2, 9, 99, 1999, null)]
    [InlineData(3, 3, 3, 3, MailLimit.Mailbox)]
    [InlineData(0, 10, 0, 0, MailLimit.Mailbox)]
    [InlineData(0, 0, 100, 100, MailLimit.Origin)]
    [InlineData(0, 0, 0, 2000, MailLimit.All)]
    public void Limit_IsReachedByTheMailsThatWentOut(int toMailboxInHour, int toMailboxInDay, int fromOriginInHour, int inHour, MailLimit? limit) =>
        new RecentMails(toMailboxInHour, toMailboxInDay, fromOriginInHour, inHour).Reached(Build.Policy).ShouldBe(limit);
}
