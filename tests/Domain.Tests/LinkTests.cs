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
        link.TakeEvents().OfType<RegistrationLinkVoided>().ShouldBe([new RegistrationLinkVoided(link.Id, link.Address, IsResumeLink: false, last)]);
        link.ReserveAttempt(Build.Policy, last.AddDays(1)).ShouldBeFalse();
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

    [Fact]
    public void Password_WhenNew_IsThreeGroupsWithoutLookAlikes()
    {
        for (var i = 0; i < 100; i++) RegistrationPassword.New().Value.ShouldMatch("^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$");
    }
}

public sealed class MailboxQuotaTests
{
    [Fact]
    public void Mails_WithinAnHour_AreThree()
    {
        var quota = MailboxQuota.For(Build.Address());
        for (var i = 0; i < 3; i++) quota.TryUse(Build.Policy, Build.Noon.AddMinutes(i)).ShouldBeTrue();
        quota.TryUse(Build.Policy, Build.Noon.AddHours(1).AddSeconds(-1)).ShouldBeFalse();
        quota.TryUse(Build.Policy, Build.Noon.AddHours(1)).ShouldBeTrue();
        quota.TryUse(Build.Policy, Build.Noon.AddHours(1)).ShouldBeFalse();
    }

    [Fact]
    public void Mails_WithinADay_AreTen()
    {
        var quota = MailboxQuota.For(Build.Address());
        for (var i = 0; i < 10; i++) quota.TryUse(Build.Policy, Build.Noon.AddHours(i)).ShouldBeTrue();
        quota.TryUse(Build.Policy, Build.Noon.AddDays(1).AddSeconds(-1)).ShouldBeFalse();
        quota.TryUse(Build.Policy, Build.Noon.AddDays(1)).ShouldBeTrue();
        quota.SentAt.Count.ShouldBe(10);
    }

    [Fact]
    public void Mails_Refused_DoNotCount()
    {
        var quota = MailboxQuota.For(Build.Address());
        for (var i = 0; i < 50; i++) quota.TryUse(Build.Policy, Build.Noon);
        quota.SentAt.Count.ShouldBe(3);
    }
}
