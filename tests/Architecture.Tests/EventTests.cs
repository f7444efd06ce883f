using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Texts;

namespace NexiPortal.Architecture.Tests;

public class EventTests
{
    // Nothing follows from these but their line in the audit trail.
    private static readonly Type[] AuditOnly =
    [
        typeof(RegistrationLinkOpened), typeof(RegistrationPasswordRefused), typeof(RegistrationLinkReplaced),
        typeof(StatusLinkOpened), typeof(ApplicationReopened), typeof(ApprovalRequested), typeof(ApplicationSentBack), typeof(ApplicationRevived), typeof(ApplicationForgotten),
        typeof(CaseNoteAdded), typeof(MailRepeated),
        typeof(StaffMemberAdded), typeof(StaffMemberRenamed), typeof(StaffRolesChanged), typeof(StaffMemberSuspended), typeof(StaffMemberResumed),
        typeof(StaffPasswordReset), typeof(StaffPasswordChanged), typeof(StaffSignedIn), typeof(StaffPasswordRefused),
        typeof(InsuranceUserRegistered), typeof(InsuranceUserImported), typeof(InsuranceUserSuspended), typeof(InsuranceUserResumed),
        typeof(WebUserRegistered), typeof(WebUserPasswordVoided), typeof(WebUserLoggedIn), typeof(WebUserPasswordRefused),
        typeof(OneTimePasswordRefused), typeof(RecoveryCodeUsed), typeof(RecoveryCodesRenewed),
        typeof(WebUserUnlocked), typeof(RegistrationNoticePrinted), typeof(RegistrationNoticeConfirmed), typeof(RegistrationNoticeDispatched), typeof(RegistrationNoticeReissued),
    ];

    private static readonly IReadOnlyList<Type> Events =
        [.. House.TypesOf(House.Domain).Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IDomainEvent)))];

    private static readonly HashSet<Type> Handled =
        House.TypesOf(House.Application).Where(type => !type.IsInterface)
            .SelectMany(type => type.ClosedFormsOf(typeof(IDomainEventHandler<>))).Select(handler => handler.GetGenericArguments()[0]).ToHashSet();

    [Fact]
    public void EveryEvent_IsHandledOrForTheAuditTrailOnly()
    {
        Events.ShouldNotBeEmpty();
        Events.Where(happened => !Handled.Contains(happened)).ShouldBe(AuditOnly, ignoreOrder: true);
    }

    [Fact]
    public void EveryEvent_ReachesTheAuditTrail() => Handled.ShouldContain(typeof(IDomainEvent));

    [Fact]
    public void EveryEvent_IsRaisedSomewhereInTheCore() =>
        Events.Where(happened => !House.Built.Types.Any(type => type.FullName != happened.FullName
                && type.Namespace.FullName.StartsWith(House.Domain.GetName().Name!, StringComparison.Ordinal)
                && type.Dependencies.Any(dependency => dependency.Target.FullName == happened.FullName)))
            .ShouldBeEmpty();

    [Fact]
    public void EveryEventAndLook_HasItsWordsInTheAuditTrail() =>
        AuditWords.Actions.Keys.ShouldBe(Events.Select(happened => happened.Name).Concat(typeof(Looks).GetFields().Select(look => (string)look.GetRawConstantValue()!)), ignoreOrder: true);
}
