using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The operator replaces a text without building anything.</summary>
public sealed class OperatorTextTests
{
    [Fact]
    public async Task Terms_ReplacedByANewVersion_AreShownFromThen_AndAnEarlierConsentKeepsItsOwn()
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        await using var sink = SmtpSink.Start();
        var terms = Path.Combine(directory.FullName, "terms.txt");
        await WriteAsync("1.0", "はじめの本文です。");
        await using (var portal = await WebProcess.StartAsync(Settings(sink.Port, terms), directory.FullName))
        {
            using var client = portal.CreateClient();
            await client.RequestLinkAsync("taro@sample.com");
            var link = await sink.NextAsync(TimeSpan.FromSeconds(90));
            var page = await (await client.EnterAsync(link)).FillAsync(ApplicationType.HeadOffice);
            page.Text.ShouldContain("はじめの本文です。");
            await page.SubmitAsync();
            await portal.TerminateAsync();

            await WriteAsync("2.0", "新しい本文です。");
            await portal.RestartAsync();

            (await PdfAsync(client, "/terms.pdf")).ShouldContain("新しい本文です。");
            await client.EnterAsync(link);
            (await PdfAsync(client, "/registration/application-form.pdf")).ShouldContain("第1.0版");
        }
        directory.Delete(recursive: true);

        Task WriteAsync(string version, string text) => File.WriteAllTextAsync(terms, $"表題: 規約\n版: {version}\n施行日: 2026-04-01\n\n{text}");
    }

    private static async Task<string> PdfAsync(HttpClient client, string address) =>
        new Pdf(await client.GetByteArrayAsync(new Uri(address, UriKind.Relative))).Letters;

    private static Dictionary<string, string> Settings(int port, string terms) => new(MailServer.At(port)) { ["Registration__TermsFile"] = terms };
}
