using System.Globalization;
using System.Net;
using System.Text;
using MailKit.Security;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.Infrastructure.Monitoring;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Infrastructure.Security;

namespace NexiPortal.Web.Settings;

/// <summary>Every setting, read and checked once at the start. A missing or senseless one stops the start with a sentence naming it.</summary>
/// <param name="Urls">Where the portal is reached from outside.</param>
/// <param name="Directories">Where files are kept.</param>
/// <param name="Database">The database.</param>
/// <param name="Mail">How mail leaves.</param>
/// <param name="Registration">Numbers of the registration procedure.</param>
/// <param name="InsuranceUsers">Numbers of the register of insurance users.</param>
/// <param name="WebUsers">Numbers of the Web service.</param>
/// <param name="Operator">Who runs the portal.</param>
/// <param name="Enclosures">Papers to enclose with the form.</param>
/// <param name="Texts">Terms and privacy notice.</param>
/// <param name="Letter">Where a letter's address stands.</param>
/// <param name="IdleMinutes">Minutes without a request after which a session ends.</param>
/// <param name="Credential">Numbers of signing in.</param>
/// <param name="Hashing">What a password hash costs.</param>
/// <param name="SessionWarning">How long before a session's end its pages warn.</param>
/// <param name="TrustedProxies">Networks of the proxies whose word is taken for where a request comes from.</param>
/// <param name="Monitoring">How the portal is looked into.</param>
/// <param name="LogsAsJson">Whether the log is one JSON object a line instead of text.</param>
public sealed record PortalSettings(
    PortalUrls Urls, DataDirectories Directories, DatabaseSettings Database, MailSettings Mail, RegistrationPolicy Registration, InsuranceUserPolicy InsuranceUsers,
    WebUserPolicy WebUsers, OperatorProfile Operator, Enclosures Enclosures, OperatorTexts Texts, LetterPlacement Letter, int IdleMinutes,
    CredentialPolicy Credential, HashingSettings Hashing, TimeSpan SessionWarning, IReadOnlyList<IPNetwork> TrustedProxies,
    MonitoringSettings Monitoring, bool LogsAsJson)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Address in Development when none is given.</summary>
    public const string DevelopmentUrl = "http://localhost:5080";

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="StartRefusedException">A setting is missing or senseless.</exception>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var directories = ReadDirectories(configuration, environment);
        var idleMinutes = Number(configuration, "Session:IdleMinutes", 30, 1, 720);
        return new(
            ReadUrls(configuration, environment),
            directories,
            ReadDatabase(configuration, directories),
            ReadMail(configuration, environment),
            ReadPolicy(configuration),
            ReadInsuranceUsers(configuration),
            ReadWebUsers(configuration),
            ReadOperator(configuration, environment),
            ReadEnclosures(configuration),
            new(ReadText(configuration, environment, "Registration:TermsFile"), ReadText(configuration, environment, "Registration:PrivacyFile")),
            new()
            {
                OffsetRight = Millimetres(configuration, "Letter:OffsetRight", LetterPlacement.MostRight),
                OffsetDown = Millimetres(configuration, "Letter:OffsetDown", LetterPlacement.MostDown),
            },
            idleMinutes,
            ReadCredential(configuration),
            ReadHashing(configuration),
            ReadWarning(configuration, idleMinutes),
            [.. ReadList(configuration, "Portal:TrustedProxies").Select(ReadNetwork)],
            ReadMonitoring(configuration),
            Flag(configuration, "Logs:Json"));
    }

    // 10.0.0.0/8, or one address.
    private static IPNetwork ReadNetwork(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw Refused("Portal__TrustedProxies", "must list addresses or networks such as 10.0.0.1 or 10.0.0.0/8");

    private static MonitoringSettings ReadMonitoring(IConfiguration configuration)
    {
        var token = configuration["Monitoring:Token"] is { Length: > 0 } given ? given : null;
        if (token?.Length < MonitoringSettings.MinTokenLength) throw Refused("Monitoring__Token", $"must have at least {MonitoringSettings.MinTokenLength} characters that nobody can guess");
        return new(token, ReadCollector(configuration["Monitoring:OtlpEndpoint"]), [.. ReadList(configuration, "Monitoring:Hosts").Select(ReadHost)]);
    }

    private static Uri? ReadCollector(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var endpoint) && endpoint.Scheme is ("http" or "https")
            ? endpoint
            : throw Refused("Monitoring__OtlpEndpoint", "must be the http(s) address of an OTLP collector, such as http://127.0.0.1:4318");
    }

    private static string ReadHost(string text) => Uri.CheckHostName(text.Trim('[', ']')) != UriHostNameType.Unknown
        ? text
        : throw Refused("Monitoring__Hosts", "must list names or addresses without a port, such as node1.example.jp");

    // Without a setting a short session warns at half its time.
    private static TimeSpan ReadWarning(IConfiguration configuration, int idleMinutes)
    {
        var warning = TimeSpan.FromMinutes(Number(configuration, "Session:WarningMinutes", 5, 1, 60));
        var half = TimeSpan.FromMinutes(idleMinutes) / 2;
        if (configuration["Session:WarningMinutes"] is not { Length: > 0 }) return warning < half ? warning : half;
        return warning.TotalMinutes < idleMinutes ? warning : throw Refused("Session__WarningMinutes", "must be less than Session__IdleMinutes");
    }

    /// <summary>Checks that the fonts can print what the operator has printed, on forms and in the terms: a document never shows a box.</summary>
    /// <exception cref="StartRefusedException">They lack a character.</exception>
    public void RequirePrintable(IPrintableText fonts)
    {
        var terms = Texts.Terms.Sections.SelectMany(section => section.Paragraphs.Prepend(section.Heading)).Prepend(Texts.Terms.Version).Prepend(Texts.Terms.Title);
        foreach (var (setting, text) in PartsOf(Operator).Concat(PartsOf(Enclosures)).Append(("Registration__TermsFile", string.Concat(terms))))
        {
            if (TextElements.Of(text).FirstOrDefault(element => !fonts.CanPrint(element)) is { } lacking)
                throw Refused(setting, $"contains {string.Join(' ', lacking.EnumerateRunes().Select(rune => $"U+{rune.Value:X4}"))}, which the fonts of the documents cannot print");
        }
    }

    private static PortalUrls ReadUrls(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration["Portal:PublicUrl"];
        // In Development the address the portal listens at is the one in the mails, unless another is set.
        if (string.IsNullOrWhiteSpace(text) && environment.IsDevelopment())
            text = configuration["urls"]?.Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal) ?? DevelopmentUrl;
        if (!Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw Refused("Portal__PublicUrl", "must be the http(s) address at which people reach the portal, such as https://portal.example.jp");
        if (url.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment())
            throw Refused("Portal__PublicUrl", "must begin with https:// outside Development");
        return new(url);
    }

    private static DataDirectories ReadDirectories(IConfiguration configuration, IHostEnvironment environment)
    {
        var data = Path.GetFullPath(configuration["Portal:DataDirectory"] ?? "data", environment.ContentRootPath);
        var keys = Path.GetFullPath(configuration["Portal:KeysDirectory"] ?? Path.Combine(data, "keys"), environment.ContentRootPath);
        Create("Portal__DataDirectory", data, directory => Directory.CreateDirectory(directory));
        Create("Portal__KeysDirectory", keys, DataDirectories.MakePrivate);
        return new(data, keys);
    }

    private static void Create(string setting, string directory, Action<string> create)
    {
        try
        {
            create(directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Refused(setting, $"names a directory that cannot be made: {fault.Message}");
        }
    }

    private static DatabaseSettings ReadDatabase(IConfiguration configuration, DataDirectories directories)
    {
        if (!Enum.TryParse<DatabaseProvider>(configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true, out var provider) || !Enum.IsDefined(provider))
            throw Refused("Database__Provider", "must be Sqlite or PostgreSql");
        var connection = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(connection))
        {
            connection = provider == DatabaseProvider.Sqlite
                ? $"Data Source={Path.Combine(directories.Data, "nexiportal.db")}"
                : throw Refused("ConnectionStrings__Portal", "must be given when Database__Provider is PostgreSql");
        }
        return new(provider, connection) { Patience = TimeSpan.FromSeconds(Number(configuration, "Database:BusySeconds", 5, 1, 300)) };
    }

    private static MailSettings ReadMail(IConfiguration configuration, IHostEnvironment environment)
    {
        var from = EmailAddress.Read(configuration["Mail:From"] ?? "web_info@nexi.go.jp") ?? throw Refused("Mail__From", "must be one plain mail address");
        var host = configuration["Mail:Smtp:Host"];
        if (string.IsNullOrWhiteSpace(host))
            return environment.IsDevelopment() ? new(from, null) : throw Refused("Mail__Smtp__Host", "must name the mail server outside Development");
        if (!Enum.TryParse<SecureSocketOptions>(configuration["Mail:Smtp:Security"] ?? nameof(SecureSocketOptions.Auto), ignoreCase: true, out var security) || !Enum.IsDefined(security))
            throw Refused("Mail__Smtp__Security", "must be None, Auto, StartTls, StartTlsWhenAvailable or SslOnConnect");
        return new(from, new(host, Number(configuration, "Mail:Smtp:Port", 587, 1, 65535), configuration["Mail:Smtp:User"], configuration["Mail:Smtp:Password"], security));
    }

    private static RegistrationPolicy ReadPolicy(IConfiguration configuration)
    {
        var defaults = new RegistrationPolicy();
        return new()
        {
            LinkLifetimeDays = Number(configuration, "Registration:LinkLifetimeDays", defaults.LinkLifetimeDays, 1, 365),
            DeadCaseDays = Number(configuration, "Registration:DeadCaseDays", defaults.DeadCaseDays, 30, 3650),
            PaperReminderDays = Number(configuration, "Registration:PaperReminderDays", defaults.PaperReminderDays, 1, 365),
            FormReminderDays = Number(configuration, "Registration:FormReminderDays", defaults.FormReminderDays, 1, 365),
            LastFormReminderDays = Number(configuration, "Registration:LastFormReminderDays", defaults.LastFormReminderDays, 1, 365),
            LinkReminderDays = Number(configuration, "Registration:LinkReminderDays", defaults.LinkReminderDays, 1, 365),
            FormLifetimeDays = Number(configuration, "Registration:FormLifetimeDays", defaults.FormLifetimeDays, 1, 365),
            CorrectionDays = Number(configuration, "Registration:CorrectionDays", defaults.CorrectionDays, 1, 365),
            DispatchBusinessDays = Number(configuration, "Registration:DispatchBusinessDays", defaults.DispatchBusinessDays, 1, 60),
            ClosedCaseVisibleDays = Number(configuration, "Registration:ClosedCaseVisibleDays", defaults.ClosedCaseVisibleDays, 0, 365),
            AttemptsBeforePause = Number(configuration, "Registration:AttemptsBeforePause", defaults.AttemptsBeforePause, 1, 100),
            PauseMinutes = Number(configuration, "Registration:PauseMinutes", defaults.PauseMinutes, 1, 1440),
            AttemptsBeforeVoid = Number(configuration, "Registration:AttemptsBeforeVoid", defaults.AttemptsBeforeVoid, 1, 1000),
            StatusLinkMinutes = Number(configuration, "Registration:StatusLinkMinutes", defaults.StatusLinkMinutes, 1, 1440),
            MailsPerHour = Number(configuration, "Registration:MailsPerHour", defaults.MailsPerHour, 1, 1000),
            MailsPerDay = Number(configuration, "Registration:MailsPerDay", defaults.MailsPerDay, 1, 1000),
            MailsPerOriginPerHour = Number(configuration, "Registration:MailsPerOriginPerHour", defaults.MailsPerOriginPerHour, 1, 1_000_000),
            MailsInAllPerHour = Number(configuration, "Registration:MailsInAllPerHour", defaults.MailsInAllPerHour, 1, 1_000_000),
        };
    }

    private static WebUserPolicy ReadWebUsers(IConfiguration configuration)
    {
        var defaults = new WebUserPolicy();
        return new()
        {
            InvitationHours = Number(configuration, "WebUsers:InvitationHours", defaults.InvitationHours, 1, 720),
            ForgottenLinkMinutes = Number(configuration, "WebUsers:ForgottenLinkMinutes", defaults.ForgottenLinkMinutes, 5, 1440),
            ForgottenLinksPerHour = Number(configuration, "WebUsers:ForgottenLinksPerHour", defaults.ForgottenLinksPerHour, 1, 100),
            ForgottenLinksPerDay = Number(configuration, "WebUsers:ForgottenLinksPerDay", defaults.ForgottenLinksPerDay, 1, 1000),
            NoticeReminderDays = Number(configuration, "WebUsers:NoticeReminderDays", defaults.NoticeReminderDays, 1, 365),
        };
    }

    private static CredentialPolicy ReadCredential(IConfiguration configuration)
    {
        var defaults = new CredentialPolicy();
        return new()
        {
            AttemptsBeforePause = Number(configuration, "Credential:AttemptsBeforePause", defaults.AttemptsBeforePause, 1, 100),
            PauseMinutes = Number(configuration, "Credential:PauseMinutes", defaults.PauseMinutes, 1, 1440),
            AttemptsBeforeWait = Number(configuration, "Credential:AttemptsBeforeWait", defaults.AttemptsBeforeWait, 1, 100),
            LongestWaitSeconds = Number(configuration, "Credential:LongestWaitSeconds", defaults.LongestWaitSeconds, 1, 3600),
            StaffMustHaveOneTimePassword = Flag(configuration, "Credential:StaffMustHaveOneTimePassword"),
            KnownOriginDays = Number(configuration, "Credential:KnownOriginDays", defaults.KnownOriginDays, 1, 365),
            InitialPasswordDays = Number(configuration, "Credential:InitialPasswordDays", defaults.InitialPasswordDays, 1, 365),
        };
    }

    private static HashingSettings ReadHashing(IConfiguration configuration)
    {
        var defaults = new HashingSettings();
        return new()
        {
            MemoryMiB = Number(configuration, "Credential:HashMemoryMiB", defaults.MemoryMiB, 12, 1024),
            Passes = Number(configuration, "Credential:HashPasses", defaults.Passes, 3, 100),
            AtOnce = Number(configuration, "Credential:HashesAtOnce", defaults.AtOnce, 1, 1000),
            Waiting = Number(configuration, "Credential:HashesWaiting", defaults.Waiting, 0, 10_000),
        };
    }

    private static InsuranceUserPolicy ReadInsuranceUsers(IConfiguration configuration) => new()
    {
        FirstCode = InsuranceUserCode.Of(Number(configuration, "InsuranceUsers:FirstCode", int.Parse(new InsuranceUserPolicy().FirstCode.Value), 1, InsuranceUserCode.MaxNumber)),
    };

    private static OperatorProfile ReadOperator(IConfiguration configuration, IHostEnvironment environment)
    {
        var profile = configuration.GetSection("Operator").Get<OperatorProfile>() ?? new();
        // The product ships no real telephone number or post address: a form posted to a made-up one would be lost.
        if (!environment.IsDevelopment())
        {
            foreach (var name in new[] { nameof(profile.Telephone), nameof(profile.PostalCode), nameof(profile.Address) })
            {
                if (string.IsNullOrWhiteSpace(configuration[$"Operator:{name}"])) throw Refused($"Operator__{name}", "must be given outside Development");
            }
        }
        RequireText(PartsOf(profile));
        return profile;
    }

    private static Enclosures ReadEnclosures(IConfiguration configuration)
    {
        var enclosures = configuration.GetSection("Registration:Enclosures").Get<Enclosures>() ?? new();
        RequireText(PartsOf(enclosures));
        foreach (var type in Enum.GetValues<ApplicationType>())
        {
            if (enclosures.For(type).Count == 0) throw Refused($"Registration__Enclosures__{type}", "must name the papers to enclose with the form");
        }
        return enclosures;
    }

    private static void RequireText(IEnumerable<(string Setting, string Text)> parts)
    {
        if (parts.FirstOrDefault(part => string.IsNullOrWhiteSpace(part.Text)) is { Setting: { } setting }) throw Refused(setting, "must not be empty");
    }

    private static IEnumerable<(string Setting, string Text)> PartsOf(OperatorProfile profile) =>
    [
        ("Operator__Name", profile.Name), ("Operator__Department", profile.Department), ("Operator__Telephone", profile.Telephone), ("Operator__Hours", profile.Hours),
        ("Operator__PostalCode", profile.PostalCode), ("Operator__Address", profile.Address), ("Operator__Addressee", profile.Addressee),
    ];

    private static IEnumerable<(string Setting, string Text)> PartsOf(Enclosures enclosures) =>
        Enum.GetValues<ApplicationType>().SelectMany(type => enclosures.For(type).Select((paper, place) => ($"Registration__Enclosures__{type}__{place}", paper)));

    private static OperatorText ReadText(IConfiguration configuration, IHostEnvironment environment, string key)
    {
        var setting = key.Replace(":", "__", StringComparison.Ordinal);
        var path = Path.GetFullPath(configuration[key] ?? throw Refused(setting, "must name a text file"), environment.ContentRootPath);
        try
        {
            return OperatorText.Parse(File.ReadAllText(path, Utf8));
        }
        catch (DecoderFallbackException)
        {
            throw Refused(setting, "names a text that cannot be used: it is not UTF-8");
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw Refused(setting, $"names a text that cannot be used: {fault.Message}");
        }
    }

    private static bool Flag(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => false,
        var text => bool.TryParse(text, out var flag) ? flag : throw Refused(key.Replace(":", "__", StringComparison.Ordinal), "must be true or false"),
    };

    private static int Number(IConfiguration configuration, string key, int otherwise, int least, int most)
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, out var number) && number >= least && number <= most
            ? number
            : throw Refused(key.Replace(":", "__", StringComparison.Ordinal), $"must be a whole number from {least} to {most}");
    }

    private static double Millimetres(IConfiguration configuration, string key, double most)
    {
        if (configuration[key] is not { Length: > 0 } text) return 0;
        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var offset) && Math.Abs(offset) <= most
            ? offset
            : throw Refused(key.Replace(":", "__", StringComparison.Ordinal), $"must be a number of millimetres from {-most} to {most}, such as 2.5");
    }

    // Numbered (…__0, …__1), or in one setting with commas.
    private static IEnumerable<string> ReadList(IConfiguration configuration, string key) =>
        configuration.GetSection(key).GetChildren().Select(item => item.Value ?? "")
            .Concat((configuration[key] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static StartRefusedException Refused(string setting, string must) => new($"The setting {setting} {must.TrimEnd('.')}.");
}
