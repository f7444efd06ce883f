using System.Reflection;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Domain.Tests;

/// <summary>Everything a test needs, valid as it comes; a test names only what its rule is about.</summary>
internal static class Build
{
    public static readonly DateTimeOffset Noon = Jst(2026, 7, 1, 12);

    public static readonly RegistrationPolicy Policy = new();

    public static readonly byte[] AuditKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static DateTimeOffset Jst(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) =>
        new(year, month, day, hour, minute, second, TimeSpan.FromHours(9));

    public static EmailAddress Address(string text = "taro@sample.com") => EmailAddress.Read(text).ShouldNotBeNull();

    public static ApplicationField Field(string key) => ApplicationFields.Find(key).ShouldNotBeNull();

    /// <summary>Every field of a kind filled in with a good value, but for the given ones.</summary>
    public static FieldValues Typed(ApplicationType type = ApplicationType.HeadOffice, params (ApplicationField Field, string Value)[] but)
    {
        var values = FieldValues.From(ApplicationFields.For(type).Select(f => KeyValuePair.Create(f.Key, GoodValue(f, type))));
        return but.Aggregate(values, (sofar, change) => sofar.With(change.Field, change.Value));
    }

    public static ApplicationEntry Entry(ApplicationType type = ApplicationType.HeadOffice, string lacking = "", params (ApplicationField Field, string Value)[] but) =>
        ApplicationEntry.Read(type, Typed(type, but), new Prints(lacking));

    /// <summary>What an entry of one kind, good but for the given values, is refused with at a field; null when it is not.</summary>
    public static Error? Refusal(ApplicationField field, ApplicationType type = ApplicationType.HeadOffice, string lacking = "", params (ApplicationField Field, string Value)[] but) =>
        Entry(type, lacking, but).Errors.SingleOrDefault(e => e.Field == field.Key);

    public static RegistrationLink Link(
        LinkToken? token = null, RegistrationPassword? password = null, EmailAddress? address = null, RegistrationPolicy? policy = null, DateTimeOffset? now = null) =>
        RegistrationLink.Issue(address ?? Address(), token ?? LinkToken.New(), password ?? RegistrationPassword.New(), policy ?? Policy, now ?? Noon);

    public static Draft Draft(RegistrationLink? link = null, ApplicationType? began = null, FieldValues? saved = null)
    {
        var draft = Domain.Registration.Draft.Of(link ?? Link());
        if (began is { } type) draft.Begin(type);
        if (saved is not null)
        {
            draft.Enter(began ?? ApplicationType.HeadOffice, draft.Version, saved);
            draft.Save(Noon);
        }
        return draft;
    }

    public static ApplicationNumber Number(int sequence = 123, DateOnly? day = null) => ApplicationNumber.Of(day ?? new DateOnly(2026, 7, 1), sequence);

    public static RegistrationApplication Application(
        RegistrationLink? link = null, ApplicationEntry? entry = null, ApplicationNumber? number = null, RegistrationPolicy? policy = null, DateTimeOffset? now = null) =>
        RegistrationApplication.Submit(link ?? Link(), entry ?? Entry(), number ?? Number(), new Consent("1.0", now ?? Noon), policy ?? Policy, now ?? Noon);

    public static readonly Actor Clerk = new("staff:clerk");

    public static readonly Actor Approver = new("staff:approver");

    /// <summary>An application brought to a state by the verbs that lead there.</summary>
    public static RegistrationApplication ApplicationIn(ApplicationState state, ApplicationType type = ApplicationType.HeadOffice)
    {
        var application = Application(entry: Entry(type));
        Result[] way = state switch
        {
            ApplicationState.AwaitingPaper => [],
            ApplicationState.InReview => [Receive()],
            ApplicationState.AwaitingCorrection => [Receive(), application.RequestCorrection(["seal-missing"], "", Policy, Clerk, Noon)],
            ApplicationState.Reopened => [application.Reopen(ResumeLink(application), "", Clerk, Noon)],
            ApplicationState.AwaitingApproval => [Receive(), AskForApproval()],
            ApplicationState.Approved => [Receive(), AskForApproval(), application.Approve(Approver, Noon)],
            ApplicationState.Completed => [Receive(), AskForApproval(), application.Approve(Approver, Noon), application.RegisterDispatch(JapanTime.DateAt(Noon), "", Clerk, Noon)],
            ApplicationState.Declined => [Receive(), application.Decline("理由", Approver, Noon)],
            ApplicationState.Withdrawn => [application.Withdraw(Actor.Registrant(application.LinkId), Noon)],
            ApplicationState.Expired => [application.Expire(application.FormExpiresAt.AddSeconds(1))],
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        way.ShouldAllBe(step => step.Succeeded);
        application.TakeEvents();
        return application;

        Result Receive() => application.RegisterReceipt(JapanTime.DateAt(Noon), application.Revision, [], Clerk, Noon);
        Result AskForApproval() => application.RequestApproval(AllChecks(application), false, "", Clerk, Noon);
    }

    public static RegistrationLink ResumeLink(RegistrationApplication application, DateTimeOffset? now = null) =>
        RegistrationLink.IssueToResume(application, LinkToken.New(), RegistrationPassword.New(), Policy, now ?? Noon);

    public static PersonalDetails Person() => new("総務部", "部長", "日本　太郎", "03-1234-5678", Address());

    public static WebUser Administrator()
    {
        var administrator = WebUser.RegisterAdministrator(WebUserId.Of(WebUserRole.Administrator, 1), Guid.CreateVersion7(), Person(), false, Noon);
        administrator.TakeEvents();
        return administrator;
    }

    public static string[] AllChecks(RegistrationApplication application) => [.. ReviewChecks.For(application.Type).Select(check => check.Key)];

    public static OutgoingMail Mail(bool hasSecret = false, DateTimeOffset? now = null) =>
        OutgoingMail.Queue("M01", Address(), "件名", [1, 2, 3], hasSecret, Guid.Empty, now ?? Noon);

    /// <summary>Entries sealed one after the other.</summary>
    public static List<AuditEntry> AuditChain(int length = 3)
    {
        List<AuditEntry> chain = [];
        for (var i = 0; i < length; i++)
        {
            var entry = AuditEntry.Of("system", $"Happened{i}", Guid.CreateVersion7(), Noon.AddMinutes(i));
            entry.SealAfter(chain.LastOrDefault(), AuditKey);
            chain.Add(entry);
        }
        return chain;
    }

    /// <summary>Changes an entry as somebody with access to the database can.</summary>
    public static void Tamper(AuditEntry entry, string column, object value) =>
        typeof(AuditEntry).GetProperty(column, BindingFlags.Instance | BindingFlags.Public).ShouldNotBeNull().SetValue(entry, value);

    private static string GoodValue(ApplicationField field, ApplicationType type) =>
        field == ApplicationFields.RegisteredAddressChoice ? ApplicationFields.SameAddress : field.Default(type) ?? field.Example;
}

/// <summary>Fonts that can print everything but the given characters.</summary>
internal sealed class Prints(string lacking = "") : IPrintableText
{
    private readonly HashSet<string> _lacking = [.. TextElements.Of(lacking)];

    public bool CanPrint(string textElement) => !_lacking.Contains(textElement);
}
