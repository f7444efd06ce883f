using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Documents;
using NexiPortal.TestSupport;
using NexiPortal.Web.Settings;

namespace NexiPortal.Web.Tests;

/// <summary>The texts the operator replaces: what cannot be used refuses the start with one sentence that names the setting.</summary>
public sealed class OperatorSettingsTests : IDisposable
{
    private const string Header = "表題: 規約\n版: 1.0\n施行日: 2026-04-01\n";

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("", "its header line \"表題: …\" is missing")]
    [InlineData("表題: 規約\n施行日: 2026-04-01\n本文です。", "its header line \"版: …\" is missing")]
    [InlineData("表題: 規約\n版: \n施行日: 2026-04-01\n本文です。", "its header line \"版: …\" is missing")]
    [InlineData("表題: 規約\n版: 1.0\n施行日: 2026年4月1日\n本文です。", "the header 施行日 is not a date like 2026-04-01")]
    [InlineData("表題: 規約\n版: 1.0\n施行日: 2018-04-01\n本文です。", "the header 施行日 is a date before Reiwa (2019-05-01)")]
    [InlineData("表題: 規約\n版: 2026年4月1日改定 第3版(暫定)その2\n施行日: 2026-04-01\n本文です。", "the header 版 is longer than 20 characters")]
    [InlineData(Header + "\n# 第1条\n", "it has no paragraphs")]
    public void Text_ThatIsNotOfTheForm_IsRefusedSayingWhatIsWrong(string text, string wrong)
    {
        foreach (var setting in new[] { "Registration:TermsFile", "Registration:PrivacyFile" })
            Refusal((setting, FileOf(text))).ShouldBe($"The setting {setting.Replace(":", "__", StringComparison.Ordinal)} names a text that cannot be used: {wrong}.");
    }

    [Fact]
    public void Text_ThatIsNotUtf8_IsRefused() =>
        Refusal(("Registration:TermsFile", FileOf([.. Encoding.UTF8.GetBytes(Header), 0x8B, 0x4B, 0x96, 0xF1]))).ShouldBe("The setting Registration__TermsFile names a text that cannot be used: it is not UTF-8.");

    [Fact]
    public void Text_ThatIsMissingOrUnreadable_IsRefused()
    {
        Refusal(("Registration:TermsFile", Path.Combine(_directory.FullName, "missing.txt"))).ShouldStartWith("The setting Registration__TermsFile names a text that cannot be used: Could not find file");
        Refusal(("Registration:PrivacyFile", _directory.FullName)).ShouldStartWith("The setting Registration__PrivacyFile names a text that cannot be used: ");
    }

    [Theory]
    [InlineData("Registration:TermsFile", Header + "\n# 第1条🍣\n本文です。", "Registration__TermsFile", "U+1F363")]
    [InlineData("Registration:TermsFile", Header + "\n# 第1条\n本文\tです。", "Registration__TermsFile", "U+0009")]
    [InlineData("Operator:Hours", "平日☎", "Operator__Hours", null)]
    [InlineData("Operator:Address", "東京都🍣", "Operator__Address", "U+1F363")]
    [InlineData("Registration:Enclosures:Branch:0", "印鑑証明書🍣", "Registration__Enclosures__Branch__0", "U+1F363")]
    [Trait("Requirement", "F30")]
    public void Character_ThatTheFontsCannotPrint_IsRefused(string setting, string text, string named, string? character)
    {
        using var services = new ServiceCollection().AddDocuments().BuildServiceProvider();
        var settings = Read((setting, setting.EndsWith("File", StringComparison.Ordinal) ? FileOf(text) : text));

        if (character is null)
            settings.RequirePrintable(services.GetRequiredService<IPrintableText>());
        else
            Should.Throw<StartRefusedException>(() => settings.RequirePrintable(services.GetRequiredService<IPrintableText>())).Message
                .ShouldBe($"The setting {named} contains {character}, which the fonts of the documents cannot print.");
    }

    [Theory]
    [InlineData("Operator:Name")]
    [InlineData("Operator:Addressee")]
    [InlineData("Registration:Enclosures:WebUser:0")]
    public void Part_ThatIsEmpty_IsRefused(string setting) =>
        Refusal((setting, " ")).ShouldBe($"The setting {setting.Replace(":", "__", StringComparison.Ordinal)} must not be empty.");

    [Fact]
    public void Texts_AsShipped_AreUsable()
    {
        using var services = new ServiceCollection().AddDocuments().BuildServiceProvider();

        Read().RequirePrintable(services.GetRequiredService<IPrintableText>());
    }

    private string Refusal(params (string Setting, string Value)[] but) => Should.Throw<StartRefusedException>(() => Read(but)).Message;

    private PortalSettings Read(params (string Setting, string Value)[] but) => PortalSettings.Read(
        new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(Web, "appsettings.json"))
            .AddInMemoryCollection(but.Append(("Portal:DataDirectory", _directory.FullName)).Select(part => KeyValuePair.Create(part.Item1, (string?)part.Item2)))
            .Build(),
        new DevelopmentIn(Web));

    private string FileOf(string text) => FileOf(Encoding.UTF8.GetBytes(text));

    private string FileOf(byte[] content)
    {
        var file = Path.Combine(_directory.FullName, "text.txt");
        File.WriteAllBytes(file, content);
        return file;
    }

    private static string Web => Path.Combine(RepositoryRoot.Path, "src", "Web");

    private sealed class DevelopmentIn(string directory) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;

        public string ApplicationName { get; set; } = "NexiPortal";

        public string ContentRootPath { get; set; } = directory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
