using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using static NexiPortal.Application.Registration.EnterDetails;

namespace NexiPortal.Application.Tests.Registration;

public sealed class EnterDetailsTests
{
    private static readonly FieldValues Complete = Entries.Complete(ApplicationType.HeadOffice);
    private static readonly FieldValues Half = Complete.With(ApplicationFields.CompanyName, "");

    [Fact]
    public async Task IncompleteEntry_IsKeptAsTyped()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();

        (await PressAsync(portal, linkId, Half, Button.GoOn)).ShouldBe(Outcome.Incomplete);

        var entry = (await portal.SendAsync(new ShowProgress.Query(linkId))).Value.Entry!;
        entry.Typed.ShouldBe(Half);
        entry.Errors.ShouldHaveSingleItem().Field.ShouldBe(ApplicationFields.CompanyName.Key);
    }

    [Fact]
    public async Task SavedEntry_IsOfferedAfterANewLogin_UnsavedInputIsGone()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        (await PressAsync(portal, linkId, Half, Button.Save)).ShouldBe(Outcome.Saved);
        await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, await portal.VersionAsync(linkId), Complete, Button.GoOn));

        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));

        var progress = (await portal.SendAsync(new ShowProgress.Query(linkId))).Value;
        progress.Entry.ShouldBeNull();
        progress.Saved!.Type.ShouldBe(ApplicationType.HeadOffice);
        await portal.SendAsync(new ChooseApplicationType.Command(linkId, null));
        (await portal.SendAsync(new ShowProgress.Query(linkId))).Value.Entry!.Typed.ShouldBe(Half);
    }

    [Fact]
    public async Task GoingBack_AsksOnlyWhenInputWouldBeLost()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();

        (await PressAsync(portal, linkId, ApplicationFields.Defaults(ApplicationType.HeadOffice), Button.GoBack)).ShouldBe(Outcome.WentBack);
        (await PressAsync(portal, linkId, Half, Button.GoBack)).ShouldBe(Outcome.WouldLoseInput);

        await portal.SendAsync(new LeaveDetails.Command(linkId, Save: true));
        (await portal.SendAsync(new ShowProgress.Query(linkId))).Value.ShouldSatisfyAllConditions(
            progress => progress.Entry.ShouldBeNull(),
            progress => progress.Saved.ShouldNotBeNull());
    }

    [Fact]
    public async Task PageOfAnotherTab_IsRefusedAsChanged()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.HeadOffice));
        var stale = await portal.VersionAsync(linkId);
        await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, stale, Half, Button.Save));

        var answer = await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, stale, Complete, Button.GoOn));
        answer.Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.DraftChanged);

        await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.Branch));
        answer = await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, await portal.VersionAsync(linkId), Complete, Button.GoOn));
        answer.Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.TypeChanged);
    }

    [Fact]
    public async Task Entry_AfterTheLinkRanOut_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        portal.Clock.Advance(TimeSpan.FromDays(61));

        (await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.Branch))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.LinkExpired);
    }

    private static async Task<Outcome> PressAsync(TestPortal portal, Guid linkId, FieldValues typed, Button button)
    {
        await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.HeadOffice));
        return (await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, await portal.VersionAsync(linkId), typed, button))).Value;
    }
}
