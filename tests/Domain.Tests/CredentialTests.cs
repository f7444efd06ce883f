using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Tests;

public sealed class CredentialTests
{
    private static readonly CredentialPolicy Policy = new();

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [Trait("Requirement", "S18")]
    public void InitialPassword_ExpiresAfterItsSixtiethDay(int seconds, bool expired)
    {
        var credential = Credential.Initial("hash", Policy, Build.Noon);
        credential.MustChange.ShouldBeTrue();
        credential.InitialUntil.ShouldBe(Build.Jst(2026, 8, 30, 23, 59, 59));
        credential.HasExpiredAt(Build.Jst(2026, 8, 30, 23, 59, 59).AddSeconds(seconds)).ShouldBe(expired);
    }

    [Fact]
    public void ChosenPassword_NeitherExpiresNorMustBeChanged()
    {
        var credential = Credential.Chosen("hash", Build.Noon);
        credential.MustChange.ShouldBeFalse();
        credential.HasExpiredAt(Build.Noon.AddYears(10)).ShouldBeFalse();
    }

    [Fact]
    public void MarkOfDevelopment_GoesWithItsPasswordOnly()
    {
        var credential = Credential.ForDevelopment("hash", Build.Noon);
        credential.HashedAnew("hash again").IsForDevelopment.ShouldBeTrue();
        Credential.Chosen("other", Build.Noon).IsForDevelopment.ShouldBeFalse();
    }
}

public sealed class PasswordTriesTests
{
    private const string Here = "203.0.113.5";
    private const string Elsewhere = "198.51.100.7";
    private static readonly CredentialPolicy Policy = new();

    [Fact]
    [Trait("Requirement", "S17")]
    public void FiveWrongInARow_PauseTheOriginForThirtyMinutes()
    {
        var tries = Tries();
        Fail(tries, 4, Here, Build.Noon);

        tries.Reserve(Here, Policy, Build.Noon).ShouldBe(new TryReservation(null, Build.Noon.AddMinutes(30)));

        tries.Reserve(Here, Policy, Build.Noon.AddMinutes(30).AddSeconds(-1)).RefusedUntil.ShouldBe(Build.Noon.AddMinutes(30));
        tries.Reserve(Here, Policy, Build.Noon.AddMinutes(30)).ShouldBe(new TryReservation(null, null));
    }

    [Fact]
    [Trait("Requirement", "S17")]
    public void PauseOfOneOrigin_DoesNotTouchAnother()
    {
        var tries = Tries();
        Fail(tries, 5, Elsewhere, Build.Noon);
        tries.Reserve(Here, Policy, Build.Noon).RefusedUntil.ShouldBeNull();
    }

    [Fact]
    public void RightPassword_EndsTheRunOfWrongOnes()
    {
        var tries = Tries();
        Fail(tries, 4, Here, Build.Noon);
        tries.Reserve(Here, Policy, Build.Noon);
        tries.Confirm(Here, Build.Noon);
        tries.Reserve(Here, Policy, Build.Noon).PausedIfWrong.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "S17")]
    public void WrongOnesFromManyOrigins_MakeUnknownOriginsWaitLongerAndLonger()
    {
        var tries = Tries();
        var now = Build.Noon;
        List<double> waits = [];
        for (var i = 0; i < 20; i++)
        {
            if (tries.Reserve($"origin {i}", Policy, now).RefusedUntil is not { } until) continue;
            waits.Add((until - now).TotalSeconds);
            now = until;
            tries.Reserve($"origin {i}", Policy, now).RefusedUntil.ShouldBeNull();
        }
        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
    }

    [Fact]
    [Trait("Requirement", "S17")]
    public void KnownOrigin_NeverWaitsForStrangers()
    {
        var tries = Tries();
        tries.Reserve(Here, Policy, Build.Noon);
        tries.Confirm(Here, Build.Noon);
        var later = Build.Noon.AddDays(29);
        for (var i = 0; i < 200; i++) tries.Reserve($"stranger {i % 150}", Policy, later.AddMinutes(6 * i));

        tries.Reserve("newcomer", Policy, later.AddMinutes(6 * 199)).RefusedUntil.ShouldNotBeNull();
        tries.Reserve(Here, Policy, later.AddMinutes(6 * 199)).RefusedUntil.ShouldBeNull();
    }

    [Fact]
    public void Origin_IsKnownForThirtyDays()
    {
        var tries = Tries();
        tries.Reserve(Here, Policy, Build.Noon);
        tries.Confirm(Here, Build.Noon);
        var later = Build.Noon.AddDays(30);
        for (var i = 0; i < 10; i++) tries.Reserve($"stranger {i}", Policy, later);

        tries.Reserve(Here, Policy, later).RefusedUntil.ShouldNotBeNull();
    }

    [Fact]
    public void WrongOnesFromManyOrigins_AreForgottenAfterADay()
    {
        var tries = Tries();
        for (var i = 0; i < 10; i++) tries.Reserve($"stranger {i}", Policy, Build.Noon);
        tries.Reserve("one", Policy, Build.Noon.AddDays(1));
        tries.WrongInRow.ShouldBe(1);
    }

    [Fact]
    public void Lifted_NobodyWaitsAnyMore()
    {
        var tries = Tries();
        Fail(tries, 5, Here, Build.Noon);
        for (var i = 0; i < 10; i++) tries.Reserve($"stranger {i}", Policy, Build.Noon);

        tries.Lift();

        tries.Reserve(Here, Policy, Build.Noon).RefusedUntil.ShouldBeNull();
        tries.Reserve("newcomer", Policy, Build.Noon).RefusedUntil.ShouldBeNull();
    }

    [Fact]
    public void OriginsAndIds_AreKeptAsDigestsOnly()
    {
        var tries = Tries();
        tries.Reserve(Here, Policy, Build.Noon);
        tries.Key.ShouldMatch("^[0-9a-f]{64}$");
        tries.Origins.ShouldHaveSingleItem().Origin.ShouldMatch("^[0-9a-f]{64}$");
        PasswordTries.KeyOf("staff", "clerk").ShouldNotBe(PasswordTries.KeyOf("web", "clerk"));
    }

    private static PasswordTries Tries() => PasswordTries.Of(PasswordTries.KeyOf("staff", "clerk"));

    private static void Fail(PasswordTries tries, int times, string origin, DateTimeOffset now)
    {
        for (var i = 0; i < times; i++) tries.Reserve(origin, Policy, now).RefusedUntil.ShouldBeNull();
    }
}
