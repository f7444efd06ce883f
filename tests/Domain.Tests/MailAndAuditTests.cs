using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Domain.Tests;

public sealed class OutgoingMailTests
{
    [Fact]
    public void Mail_WhenQueued_IsDueAtOnce() => Build.Mail().TryLease(Build.Noon).ShouldBeTrue();

    [Fact]
    public void Mail_LeasedByOneSender_IsNobodyElsesForFortyFiveSeconds()
    {
        var mail = Build.Mail();
        mail.TryLease(Build.Noon);
        mail.TryLease(Build.Noon).ShouldBeFalse();
        mail.TryLease(Build.Noon.AddSeconds(44)).ShouldBeFalse();
        mail.TryLease(Build.Noon.AddSeconds(45)).ShouldBeTrue();
        mail.Attempts.ShouldBe(2);
    }

    [Fact]
    public void Mail_SentAgain_KeepsItsMessageId()
    {
        var mail = Build.Mail();
        var first = mail.MessageIdAt("portal.example");
        mail.TryLease(Build.Noon);
        mail.Postpone("451", Build.Noon);
        mail.MessageIdAt("portal.example").ShouldBe(first);
        first.ShouldEndWith("@portal.example");
        Build.Mail().MessageIdAt("portal.example").ShouldNotBe(first);
    }

    [Fact]
    public void Wait_AfterEachFailure_GrowsToAnHour()
    {
        var mail = Build.Mail();
        var now = Build.Noon;
        List<double> waits = [];
        for (var i = 0; i < 10; i++)
        {
            mail.TryLease(now).ShouldBeTrue();
            mail.Postpone("451", now);
            waits.Add((mail.DueAt - now).TotalMinutes);
            now = mail.DueAt;
        }
        waits.ShouldBe([0.25, 0.5, 1, 2, 4, 8, 16, 32, 60, 60]);
    }

    [Fact]
    public void Mail_Postponed_IsNotTriedBeforeItIsDue()
    {
        var mail = Build.Mail();
        mail.TryLease(Build.Noon);
        mail.Postpone("451", Build.Noon);
        mail.LastRefusal.ShouldBe("451");
        mail.TryLease(Build.Noon.AddSeconds(14)).ShouldBeFalse();
        mail.TryLease(Build.Noon.AddSeconds(15)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1, MailState.Queued)]
    [InlineData(0, MailState.Failed)]
    public void Mail_FailingForThreeDays_IsGivenUp(int seconds, MailState state)
    {
        var mail = Build.Mail(hasSecret: true);
        var now = Build.Noon.AddDays(3).AddSeconds(seconds);
        mail.TryLease(now);
        mail.Postpone("451", now);
        mail.State.ShouldBe(state);
        mail.SealedBody.Length.ShouldBe(state == MailState.Failed ? 0 : 3);
        mail.TryLease(now.AddDays(1)).ShouldBe(state == MailState.Queued);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public void Mail_Delivered_LosesItsTextOnlyWhenItCarriesASecret(bool hasSecret, int left)
    {
        var mail = Build.Mail(hasSecret);
        mail.TryLease(Build.Noon);
        mail.SealedBody.Length.ShouldBe(3);
        mail.MarkDelivered(Build.Noon);
        (mail.State, mail.DeliveredAt, mail.SealedBody.Length).ShouldBe((MailState.Delivered, Build.Noon, left));
        mail.TryLease(Build.Noon.AddDays(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public void Mail_RefusedForGood_FailsAndLosesItsSecret(bool hasSecret, int left)
    {
        var mail = Build.Mail(hasSecret);
        mail.TryLease(Build.Noon);
        mail.GiveUp("550");
        (mail.State, mail.LastRefusal, mail.SealedBody.Length).ShouldBe((MailState.Failed, "550", left));
        mail.TryLease(Build.Noon.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void Mail_SentOnceMore_IsANewMailWithTheSameText()
    {
        var mail = Build.Mail();
        mail.TryLease(Build.Noon);
        mail.GiveUp("550");
        mail.CanBeRepeated.ShouldBeTrue();

        var again = mail.Repeat(Build.Noon.AddDays(1)).Value;

        again.MessageIdAt("portal.example").ShouldNotBe(mail.MessageIdAt("portal.example"));
        (again.Kind, again.To, again.Subject, again.SubjectId, again.State).ShouldBe((mail.Kind, mail.To, mail.Subject, mail.SubjectId, MailState.Queued));
        again.SealedBody.ShouldBe(mail.SealedBody);
        again.DueAt.ShouldBe(Build.Noon.AddDays(1));
        (mail.State, mail.LastRefusal).ShouldBe((MailState.Failed, "550"));
        mail.TakeEvents().ShouldHaveSingleItem().ShouldBe(new MailRepeated(mail.SubjectId, Build.Noon.AddDays(1)));
        mail.Repeat(Build.Noon.AddDays(2)).Errors.ShouldHaveSingleItem().Code.ShouldBe(MailErrors.AlreadyRepeated);
    }

    [Fact]
    public void Mail_StillToBeSent_IsNotSentOnceMore() => Build.Mail().Repeat(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(MailErrors.StillQueued);

    [Fact]
    public void Mail_WhoseSecretIsWiped_IsNotSentOnceMore()
    {
        var mail = Build.Mail(hasSecret: true);
        mail.TryLease(Build.Noon);
        mail.MarkDelivered(Build.Noon);
        mail.CanBeRepeated.ShouldBeFalse();
        mail.Repeat(Build.Noon).Errors.ShouldHaveSingleItem().Code.ShouldBe(MailErrors.TextWiped);
    }
}

public sealed class AuditEntryTests
{
    [Fact]
    public void Chain_LeftAlone_Holds() => Breaks(Build.AuditChain()).ShouldBeEmpty();

    [Theory]
    [InlineData(nameof(AuditEntry.Actor))]
    [InlineData(nameof(AuditEntry.Action))]
    [InlineData(nameof(AuditEntry.SubjectId))]
    [InlineData(nameof(AuditEntry.OccurredAt))]
    [InlineData(nameof(AuditEntry.Id))]
    [InlineData(nameof(AuditEntry.Sequence))]
    [InlineData(nameof(AuditEntry.Seal))]
    public void Entry_Edited_IsFound(string column)
    {
        var chain = Build.AuditChain();
        Build.Tamper(chain[1], column, column switch
        {
            nameof(AuditEntry.SubjectId) or nameof(AuditEntry.Id) => Guid.CreateVersion7(),
            nameof(AuditEntry.OccurredAt) => chain[1].OccurredAt.AddMilliseconds(1),
            nameof(AuditEntry.Sequence) => 7L,
            nameof(AuditEntry.Seal) => new byte[32],
            _ => "somebody else",
        });
        Breaks(chain).ShouldContain(1);
    }

    [Fact]
    public void Entry_WithTextMovedBetweenItsColumns_IsFound()
    {
        var chain = Build.AuditChain();
        var (actor, action) = (chain[1].Actor, chain[1].Action);
        Build.Tamper(chain[1], nameof(AuditEntry.Actor), actor + action[0]);
        Build.Tamper(chain[1], nameof(AuditEntry.Action), action[1..]);
        Breaks(chain).ShouldBe([1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Entry_Deleted_IsFoundAtItsSuccessor(int deleted)
    {
        var chain = Build.AuditChain();
        chain.RemoveAt(deleted);
        Breaks(chain).ShouldContain(deleted);
    }

    [Fact]
    public void Entry_DeletedAndItsSuccessorRenumbered_IsFound()
    {
        var chain = Build.AuditChain();
        chain.RemoveAt(1);
        Build.Tamper(chain[1], nameof(AuditEntry.Sequence), 2L);
        Breaks(chain).ShouldContain(1);
    }

    [Fact]
    public void Entries_Swapped_AreFound()
    {
        var chain = Build.AuditChain();
        (chain[1], chain[2]) = (chain[2], chain[1]);
        Breaks(chain).ShouldBe([1, 2]);
    }

    [Fact]
    public void Entry_OfAnotherChainInTheSamePlace_IsFound()
    {
        var chain = Build.AuditChain();
        chain[1] = Build.AuditChain()[1];
        Breaks(chain).ShouldBe([1, 2]);
    }

    [Fact]
    public void Entry_CheckedWithAnotherKey_DoesNotHold() => Build.AuditChain(1)[0].Follows(null, new byte[32]).ShouldBeFalse();

    [Fact]
    public void Entry_NotSealedYet_FollowsNothing() =>
        AuditEntry.Of("system", "Happened", Guid.Empty, Build.Noon).Follows(null, Build.AuditKey).ShouldBeFalse();

    [Fact]
    public void Entry_SealedAlready_IsNeverSealedAgain() =>
        Should.Throw<InvalidOperationException>(() => Build.AuditChain(1)[0].SealAfter(null, Build.AuditKey));

    private static List<int> Breaks(List<AuditEntry> chain) =>
        [.. Enumerable.Range(0, chain.Count).Where(i => !chain[i].Follows(i == 0 ? null : chain[i - 1], Build.AuditKey))];
}
