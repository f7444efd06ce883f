using System.Security.Cryptography;
using System.Text;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>The registrant's agreement to the terms of the Web service (⑫).</summary>
/// <param name="TermsVersion">Version of the terms shown.</param>
/// <param name="AgreedAt">When the box was ticked and sent.</param>
public sealed record Consent(string TermsVersion, DateTimeOffset AgreedAt);

/// <summary>申込: a submitted application, from ⑫ on. Its values are tidied and checked.</summary>
public sealed class RegistrationApplication : AggregateRoot
{
    private RegistrationApplication()
    {
    }

    /// <summary>受付番号.</summary>
    public ApplicationNumber Number { get; private init; } = null!;

    /// <summary>The link it was entered with; one application a link.</summary>
    public Guid LinkId { get; private init; }

    /// <summary>申込種類.</summary>
    public ApplicationType Type { get; private init; }

    /// <summary>Where the mails about the procedure go: the address of ⑤.</summary>
    public EmailAddress Address { get; private init; } = null!;

    /// <summary>What was entered in step 2, tidied.</summary>
    public FieldValues Details { get; private set; } = FieldValues.Empty;

    /// <summary>Which printing of the form counts: 1 for the first submission.</summary>
    public int Revision { get; private set; }

    /// <summary>The agreement to the terms.</summary>
    public Consent Consent { get; private set; } = null!;

    /// <summary>When it was submitted (⑫).</summary>
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>申込書の有効期限: the paper must have arrived by this last second (必着).</summary>
    public DateTimeOffset FormExpiresAt { get; private set; }

    /// <summary>⑫: turns a checked entry into an application.</summary>
    public static RegistrationApplication Submit(
        RegistrationLink link, ApplicationEntry entry, ApplicationNumber number, Consent consent, RegistrationPolicy policy, DateTimeOffset now)
    {
        if (entry.Errors.Count > 0) throw new InvalidOperationException("Only a complete entry can be submitted.");
        var application = new RegistrationApplication
        {
            Number = number,
            LinkId = link.Id,
            Type = entry.Type,
            Address = link.Address,
            Details = entry.Tidied,
            Revision = 1,
            Consent = consent,
            SubmittedAt = now,
            FormExpiresAt = JapanTime.EndOfDayAfter(now, policy.FormLifetimeDays),
        };
        link.Spend(application);
        application.Raise(new ApplicationSubmitted(application.Id, number, application.Type, application.Revision, application.Address, application.FormExpiresAt, now));
        return application;
    }

    /// <summary>The state at an instant.</summary>
    public ApplicationState StateAt(DateTimeOffset now) =>
        JapanTime.IsPast(FormExpiresAt, now) ? ApplicationState.Expired : ApplicationState.AwaitingPaper;

    /// <summary>Whether the link still shows the case: while it lives and a while longer.</summary>
    public bool IsVisibleAt(DateTimeOffset now, RegistrationPolicy policy) =>
        StateAt(now) != ApplicationState.Expired || now < FormExpiresAt.AddDays(policy.ClosedCaseVisibleDays);

    /// <summary>Name of the company's representative with the title, as on the seal field of the form.</summary>
    public (string Title, string Name) Representative => (Details[ApplicationFields.RepresentativeTitle], Details[ApplicationFields.RepresentativeName]);

    /// <summary>
    /// What the form's QR code says: 受付番号/revision/check value. The check value ties the paper to exactly these values, so that an older or altered print is noticed.
    /// </summary>
    public string FormCode
    {
        get
        {
            var content = new StringBuilder().Append(Number).Append('/').Append(Revision).Append('/').Append(Type);
            foreach (var (key, value) in Details.Filled) content.Append('\n').Append(key).Append('=').Append(value);
            var check = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())), 0, 4);
            return $"{Number}/{Revision}/{check}";
        }
    }
}
