using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>取込み: a file goes in by a form, and out by a link.</summary>
public sealed class ImportPageTests(OnePortal one) : IClassFixture<OnePortal>
{
    private const string Head = "保険利用者コード,企業・金融機関区分,保険利用者名(漢字),保険利用者名(カナ),郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名,代表者の氏名";

    private WebProcess Portal => one.Portal;

    [Fact]
    public async Task File_IsImported_AndTheSameFileAgainIsTold()
    {
        using var client = await SignInAsync();
        var page = await UploadAsync(client, Head, Row(500_000_001, "𠮷野物産"), Row(500_000_002, "髙﨑商事"));
        page.Text.ShouldContain("2件の保険利用者を取り込みました。");
        page.Redirects.ShouldHaveSingleItem();
        (await Page.GetAsync(client, "/backoffice/insurance-users/500000001")).Text.ShouldContain("取込み");

        page = await UploadAsync(client, Head, Row(500_000_001, "𠮷野物産"), Row(500_000_002, "髙﨑商事"));
        page.Errors.ShouldHaveSingleItem().ShouldBe(new PageError("ファイルにある保険利用者コード(2件)は、すべて登録されています。取込み済みのファイルでないか、ご確認ください。", "File"));
    }

    [Fact]
    public async Task Faults_AreToldByRowAndColumn_AndNothingComesIn()
    {
        using var client = await SignInAsync();

        var page = await UploadAsync(client, [Head, Row(510_000_001, "𠮷野物産"), .. Enumerable.Range(2, 120).Select(n => Row(510_000_000 + n, ""))]);

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Title.ShouldStartWith("エラー：");
        page.Errors.ShouldHaveSingleItem().ShouldBe(new PageError("ファイルに修正が必要な箇所が120件あるため、取り込みませんでした。修正してから、もう一度取り込んでください。", "faults"));
        page.Text.ShouldContain("120件のうち、はじめの100件を表示しています。");
        var rows = page.Document.QuerySelectorAll("#faults tbody tr");
        rows.Length.ShouldBe(100);
        rows[0].QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ShouldBe(["3行目", "保険利用者名(漢字)", "保険利用者名(漢字)を入力してください。"]);
        (await Page.GetAsync(client, "/backoffice/insurance-users?search=510000001")).Text.ShouldContain("見つかりませんでした");
    }

    [Fact]
    public async Task NoFile_IsTold()
    {
        using var client = await SignInAsync();
        var page = await (await Page.GetAsync(client, "/backoffice/import")).Form("取り込む").Press("取り込む");
        page.Errors.ShouldHaveSingleItem().ShouldBe(new PageError("取り込むファイルを選択してください。", "File"));
    }

    [Fact]
    public async Task SomethingThatIsNoCsv_IsTold()
    {
        using var client = await SignInAsync();
        var page = await (await Page.GetAsync(client, "/backoffice/import")).Form("取り込む").Attach("File", "a.xlsx", [0x50, 0x4B, 3, 4, 0x14, 0, 6, 0]).Press("取り込む");
        page.Errors.ShouldHaveSingleItem().Text.ShouldBe("ファイルの文字コードを読み取れません。UTF-8またはShift_JIS(CSV)で保存したファイルを選択してください。");
    }

    [Fact]
    [Trait("Requirement", "S38")]
    public async Task FileAtTheLimit_IsRead_AndALargerOneIsToldInWords()
    {
        using var client = await SignInAsync();

        var page = await UploadAsync(client, Head, new string('長', 20 * 1024 * 1024 / 3 - 100));
        page.Text.ShouldContain("行の形式が正しくありません。");

        page = await UploadAsync(client, Head, new string('長', 30 * 1024 * 1024 / 3));
        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem().ShouldBe(new PageError("ファイルが大きすぎるため、受け付けられませんでした。20MB以内のファイルを選択してください。", "File"));
        (await UploadAsync(client, Head, Row(520_000_001, "吉野物産"))).Text.ShouldContain("1件の保険利用者を取り込みました。");
    }

    [Fact]
    [Trait("Requirement", "S38")]
    public async Task LargeBody_OfAnotherRoleOrToAnotherPage_IsStillRefused()
    {
        using var clerk = Portal.CreateClient();
        await clerk.SignInStaffAsync("clerk");
        using var client = await SignInAsync();

        (await PostAsync(clerk, "/backoffice/import", 70_000)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(client, "/backoffice/staff/add", 70_000)).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

        static async Task<HttpStatusCode> PostAsync(HttpClient client, string address, int length)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[length]), "File", "a.csv" } };
            using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task Template_AndTheExport_AreFilesForASpreadsheet()
    {
        using var client = await SignInAsync();
        await UploadAsync(client, Head, Row(530_000_001, "𠮷野物産"));

        var (template, _) = await DownloadAsync(client, "/backoffice/import/template.csv");
        Encoding.UTF8.GetString(template[3..]).ShouldStartWith("保険利用者コード,企業・金融機関区分,");
        var (export, name) = await DownloadAsync(client, "/backoffice/insurance-users/export.csv");

        name.ShouldMatch("^保険利用者_20[0-9]{6}\\.csv$");
        export[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Encoding.UTF8.GetString(export).ShouldContain("\r\n530000001,企業,,,𠮷野物産,");
    }

    private static async Task<(byte[] File, string Name)> DownloadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("text/csv", "utf-8"));
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentDisposition.FileNameStar!);
    }

    private static string Row(int code, string name) => $"{code},企業,{name},ヨシノブッサン,540-0001,大阪市,06-1234-5678,保険利用者所在地と同じ,代表取締役,吉野　太郎";

    private static async Task<Page> UploadAsync(HttpClient client, params string[] lines) =>
        await (await Page.GetAsync(client, "/backoffice/import")).Form("取り込む").Attach("File", "利用者.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", lines))).Press("取り込む");

    private async Task<HttpClient> SignInAsync()
    {
        var client = Portal.CreateClient();
        await client.SignInStaffAsync("supervisor");
        return client;
    }
}
