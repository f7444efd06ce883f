using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.InsuranceUsers;

/// <summary>The register as a file: all of it comes in, or nothing; and what goes out comes in again.</summary>
public sealed class ImportTests
{
    private const string Head =
        "保険利用者コード,企業・金融機関区分,紹介元金融機関名,本店の保険利用者コード,保険利用者名(漢字),保険利用者名(カナ),支店・部門・事業所名(漢字),支店・部門・事業所名(カナ)," +
        "郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名,代表者の氏名,ホームページアドレス,利用状態";

    private const string HeadOffice = "200000001,企業,,,株式会社𠮷野物産,カブシキガイシャヨシノブッサン,,,540-0001,大阪府大阪市中央区１－１,06-1234-5678,保険利用者所在地と同じ,代表取締役,𠮷野　髙夫,,";
    private const string Branch = "200000002,企業,,200000001,株式会社𠮷野物産,カブシキガイシャヨシノブッサン,東京支店,トウキョウシテン,100-0001,東京都千代田区１,03-1234-5678,大阪府大阪市中央区１－１,代表取締役,𠮷野　髙夫,,停止中";

    public static TheoryData<Encoding> Encodings => [new UTF8Encoding(true), new UTF8Encoding(false)];

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task File_InOrder_ComesInWhole(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        // A branch may stand before its head office.
        var outcome = await ImportAsync(portal, Head, Branch, HeadOffice);

        outcome.ShouldSatisfyAllConditions(o => o.Imported.ShouldBe(2), o => o.Faults.ShouldBeEmpty());
        var users = await UsersAsync(portal);
        users.Select(user => (user.Code.Value, user.HeadOfficeCode?.Value, user.IsSuspended)).ShouldBe([("200000001", null, false), ("200000002", "200000001", true)]);
        users[0].Details.ShouldBe(new RegisteredDetails
        {
            Category = "company",
            CompanyName = "株式会社𠮷野物産",
            CompanyNameKana = "カブシキガイシャヨシノブッサン",
            PostalCode = "540-0001",
            Address = "大阪府大阪市中央区１－１",
            Telephone = "06-1234-5678",
            RepresentativeTitle = "代表取締役",
            RepresentativeName = "𠮷野　髙夫",
        });
        (users[1].Details.BranchName, users[1].Details.RegisteredAddress).ShouldBe(("東京支店", "大阪府大阪市中央区１－１"));
        users.ShouldAllBe(user => user.History.Single().Verb == InsuranceUserVerb.Import && user.History.Single().By.Name == "test");
        (await portal.AskAsync<IWebUsersDb, int>(db => db.WebUsers.CountAsync())).ShouldBe(0);
    }

    [Theory, MemberData(nameof(Encodings))]
    public async Task Utf8_IsReadWithAndWithoutItsMark(Encoding encoding)
    {
        await using var portal = await TestPortal.StartAsync();
        (await ImportAsync(portal, encoding, Head, HeadOffice)).Imported.ShouldBe(1);
        (await UsersAsync(portal))[0].Details.CompanyName.ShouldBe("株式会社𠮷野物産");
    }

    [Fact]
    public async Task Cp932_AsExcelSavesIt_IsReadWithItsOwnCharacters()
    {
        await using var portal = await TestPortal.StartAsync();
        var cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

        (await ImportAsync(portal, cp932, Head, HeadOffice.Replace("𠮷野物産", "髙﨑①商事", StringComparison.Ordinal).Replace("𠮷", "", StringComparison.Ordinal))).Imported.ShouldBe(1);

        (await UsersAsync(portal))[0].Details.CompanyName.ShouldBe("株式会社髙﨑①商事");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("euc-jp")]
    public async Task File_InAnotherEncoding_IsRefused(string encoding)
    {
        await using var portal = await TestPortal.StartAsync();
        var other = encoding == "euc-jp" ? CodePagesEncodingProvider.Instance.GetEncoding(encoding)! : Encoding.GetEncoding(encoding);
        var answer = await TryImportAsync(portal, other, Head, HeadOffice.Replace("𠮷", "吉", StringComparison.Ordinal));
        (answer.Errors.Count > 0 || answer.Value.FaultCount > 0).ShouldBeTrue();
        (await UsersAsync(portal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cells_AreTidiedAsAtStepTwo()
    {
        await using var portal = await TestPortal.StartAsync();

        (await ImportAsync(portal, Head, "２００－０００－００１,企業,,,\"㈱ﾖｼﾉ \"\"物産\"\"\",かぶしきがいしゃよしの,,,〒540 0001,大阪市1-1,(06)1234-5678,保険利用者所在地と同じ,代表取締役,吉野 太郎,ｈｔｔｐ://example.jp/,利用中")).Imported.ShouldBe(1);

        var user = (await UsersAsync(portal)).ShouldHaveSingleItem();
        user.Code.Value.ShouldBe("200000001");
        (user.Details.CompanyName, user.Details.CompanyNameKana, user.Details.PostalCode, user.Details.Address, user.Details.Telephone, user.Details.Homepage)
            .ShouldBe(("株式会社ヨシノ　”物産”", "カブシキガイシャヨシノ", "540-0001", "大阪市１－１", "06-1234-5678", "http://example.jp/"));
    }

    [Fact]
    public async Task Fault_IsToldWithItsRowAndColumn_AndNothingComesIn()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("300000001");
        await portal.ImportAsync("300000002", headOffice: "300000001");

        var outcome = await ImportAsync(portal, Head,
            HeadOffice,
            Row(code: "20000000"),
            Row(code: ""),
            Row(code: "200000001"),
            Row(code: "300000001"),
            Row(code: "200000010", name: "", telephone: "12345"),
            "",
            Row(code: "200000011", branch: "東京支店"),
            Row(code: "200000012", headOffice: "999999999", branch: "東京支店"),
            Row(code: "200000013", headOffice: "300000002", branch: "東京支店"),
            Row(code: "200000014", state: "休止"),
            Row(code: "200000015", category: "個人"),
            Row(code: "200000016", registered: ""),
            "200000017,企業");

        Sentences(outcome).ShouldBe(
        [
            "3行目：保険利用者コードは9桁の数字で入力してください。",
            "4行目：保険利用者コードを入力してください。",
            "5行目：保険利用者コードが2行目と重複しています。",
            "6行目：保険利用者コードはすでに登録されています。",
            "7行目：保険利用者名(漢字)を入力してください。",
            "7行目：代表電話番号は0から始まる10桁または11桁の数字で、03-1234-5678のように入力してください。",
            "9行目：本店の保険利用者コードを入力してください。",
            "10行目：本店の保険利用者コードは登録されていません。",
            "11行目：本店の保険利用者コードとして、支店・部門・事業所のコードが指定されています。",
            "12行目：利用状態は「利用中」または「停止中」と入力してください。",
            "13行目：企業・金融機関区分を選択肢の中から選び直してください。",
            "14行目：登記所在地を選択してください。",
            "15行目：列の数(2)が見出しの列の数(16)と異なります。",
        ]);
        outcome.Imported.ShouldBe(0);
        (await UsersAsync(portal)).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("保険利用者コード,保険利用者名(漢字)", "1行目：「企業・金融機関区分」の列がありません。")]
    [InlineData(Head + ",備考", "1行目：「備考」は取り込めない列です。列を削除するか、見出しを修正してください。")]
    [InlineData(Head + ",利用状態", "1行目：「利用状態」の列が2つ以上あります。")]
    public async Task Head_ThatDoesNotFit_IsToldColumnByColumn(string head, string sentence)
    {
        await using var portal = await TestPortal.StartAsync();
        Sentences(await ImportAsync(portal, head)).ShouldContain(sentence);
    }

    [Fact]
    public async Task Columns_MayStandInAnyOrder_AndOptionalOnesBeLeftOut()
    {
        await using var portal = await TestPortal.StartAsync();

        var outcome = await ImportAsync(portal,
            "代表者の氏名,保険利用者コード,企業・金融機関区分,保険利用者名（漢字）,保険利用者名(カナ),郵便番号,所在地,代表電話番号,登記所在地,代表者の役職名",
            "吉野　太郎,200000001,金融機関,日本第一銀行,ニホンダイイチギンコウ,540-0001,大阪市,06-1234-5678,保険利用者所在地と同じ,頭取");

        outcome.Imported.ShouldBe(1);
        (await UsersAsync(portal))[0].Details.RepresentativeName.ShouldBe("吉野　太郎");
    }

    [Theory]
    [InlineData("200000001,企業,,,\"株式会社", "2行目：行の形式が正しくありません。引用符(\")の対応をご確認ください。")]
    [InlineData("200000001,\"企\"業,,,,,,,,,,,,,,", "2行目：行の形式が正しくありません。引用符(\")の対応をご確認ください。")]
    public async Task Row_ThatIsNoCsv_IsToldAndEndsTheReading(string row, string sentence)
    {
        await using var portal = await TestPortal.StartAsync();
        Sentences(await ImportAsync(portal, Head, row, Row(code: "200000002"))).ShouldBe([sentence]);
    }

    [Fact]
    public async Task Head_ThatIsNoCsv_IsTold()
    {
        await using var portal = await TestPortal.StartAsync();
        Sentences(await ImportAsync(portal, "\"保険利用者コード")).ShouldBe(["1行目：行の形式が正しくありません。引用符(\")の対応をご確認ください。"]);
        Sentences(await ImportAsync(portal, Head, new string('長', 200_000))).ShouldBe(["2行目：行の形式が正しくありません。引用符(\")の対応をご確認ください。"]);
    }

    [Fact]
    public async Task Faults_BeyondTheFirstHundred_AreCounted()
    {
        await using var portal = await TestPortal.StartAsync();
        var outcome = await ImportAsync(portal, [Head, .. Enumerable.Range(1, 250).Select(n => Row(code: $"{200_000_000 + n}", name: ""))]);
        (outcome.Faults.Count, outcome.FaultCount, outcome.Faults[^1].Row).ShouldBe((ImportInsuranceUsers.MostFaults, 250, 101));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task File_LongerThanARound_ComesInAsOneTransaction(DatabaseProvider database)
    {
        var interruptedAt = 2500;
        var told = 0;
        await using var portal = await TestPortal.StartAsync(database, change: services =>
            services.AddScoped<IDomainEventHandler<InsuranceUserImported>>(_ => new Interrupts(() => ++told == interruptedAt)));
        string[] rows = [Head, .. Enumerable.Range(1, 2600).Select(n => Row(code: $"{200_000_000 + n}"))];

        await Should.ThrowAsync<InvalidOperationException>(() => ImportAsync(portal, rows));
        (await portal.AskAsync<IInsuranceUsersDb, int>(db => db.InsuranceUsers.CountAsync())).ShouldBe(0);

        (await ImportAsync(portal, rows)).Imported.ShouldBe(2600);
        (await portal.AskAsync<IInsuranceUsersDb, int>(db => db.InsuranceUsers.CountAsync())).ShouldBe(2600);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SameFileTwiceAtOnce_ComesInOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => TryImportAsync(portal, Encoding.UTF8, Head, Branch, HeadOffice))));

        outcomes.Single(outcome => outcome.Succeeded).Value.Imported.ShouldBe(2);
        outcomes.Single(outcome => !outcome.Succeeded).Errors.ShouldHaveSingleItem().Code.ShouldBe(ImportErrors.FileImportedAlready);
    }

    [Fact]
    public async Task FileImportedBefore_IsToldInOneSentence_UnlessThereIsSomethingNewInIt()
    {
        await using var portal = await TestPortal.StartAsync();
        await ImportAsync(portal, Head, Branch, HeadOffice);

        var refused = (await TryImportAsync(portal, Encoding.UTF8, Head, Branch, HeadOffice)).Errors.ShouldHaveSingleItem();

        (refused.Field, Web.Texts.Sentences.For(refused)).ShouldBe(("File", "ファイルにある保険利用者コード(2件)は、すべて登録されています。取込み済みのファイルでないか、ご確認ください。"));
        Sentences(await ImportAsync(portal, Head, Branch, Row(code: "200000003"), HeadOffice))
            .ShouldBe(["2行目：保険利用者コードはすでに登録されています。", "4行目：保険利用者コードはすでに登録されています。"]);
    }

    [Theory]
    [InlineData(Head)]
    [InlineData("")]
    public async Task FileWithNothingInIt_IsRefused(string head)
    {
        await using var portal = await TestPortal.StartAsync();
        (await TryImportAsync(portal, Encoding.UTF8, head)).Errors.Select(error => (error.Field, error.Code)).ShouldBe([("File", ImportErrors.FileEmpty)]);
    }

    [Fact]
    public async Task Template_HasTheColumnsThatAreDescribed_AndIsReadAsAnEmptyFile()
    {
        await using var portal = await TestPortal.StartAsync();

        var view = (await portal.SendAsync(new ShowImportColumns.Query())).Value;

        Encoding.UTF8.GetString(view.Template[3..]).ShouldBe(Head + "\r\n");
        string.Join(',', view.Columns.Select(column => column.Name)).ShouldBe(Head);
        view.Columns.Select(column => Web.Texts.RegisterWords.Of(column)).ShouldBe(
        [
            "必須", "必須", "任意", "支店・部門・事業所は必須", "必須", "必須", "支店・部門・事業所は必須", "支店・部門・事業所は必須", "必須", "必須", "必須", "必須", "必須", "必須", "任意", "任意",
        ]);
        view.Columns.Where(column => column.Rule.Length == 0 && column.Example.Length == 0).ShouldBeEmpty();
        view.Columns.Single(column => column.Name == "登記所在地").Rule.ShouldBe("「保険利用者所在地と同じ」または登記上の所在地(全角60文字以内)");
        (await portal.SendAsync(new ImportInsuranceUsers.Command(new MemoryStream(view.Template)))).Errors.ShouldHaveSingleItem().Code.ShouldBe(ImportErrors.FileEmpty);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S50")]
    public async Task Export_ReadsBackTheSame(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await ImportAsync(portal, Head, Branch, HeadOffice,
            Row(code: "200000003", name: "＝ＨＹＰＥＲＬＩＮＫ（”ｘ”）", address: "＋８１，東京"), Row(code: "200000004", name: "－吉野", address: "＠本社"));
        var file = await ExportAsync(portal);

        await using var other = await TestPortal.StartAsync(database);
        (await other.SendAsync(new ImportInsuranceUsers.Command(new MemoryStream(file)))).Value.Faults.ShouldBeEmpty();

        (await ExportAsync(other)).ShouldBe(file);
        (await UsersAsync(other)).Select(user => (user.Code, user.HeadOfficeCode, user.Details, user.IsSuspended))
            .ShouldBe((await UsersAsync(portal)).Select(user => (user.Code, user.HeadOfficeCode, user.Details, user.IsSuspended)));
    }

    [Fact]
    [Trait("Requirement", "S50")]
    public async Task Export_IsUtf8WithItsMark_AndNoCellIsAFormula()
    {
        await using var portal = await TestPortal.StartAsync();
        await ImportAsync(portal, Head, HeadOffice);
        await portal.ImportAsync("200000002", details: ApprovalSteps.OldDetails with
        {
            CompanyName = "=1+1",
            CompanyNameKana = "\t=1",
            BranchName = "",
            Address = "@SUM(A1)",
            Telephone = "+81",
            RepresentativeTitle = "\r=1",
            RepresentativeName = "－１",
            IntroducingBank = "＝１",
            Homepage = "-1",
        });

        var file = await ExportAsync(portal);

        file[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n");
        lines[0].ShouldBe(Head);
        lines[1].ShouldBe(HeadOffice + "利用中");
        Encoding.UTF8.GetString(file).ShouldContain(
            "200000002,企業,'＝１,,'=1+1,'\t=1,,,540-0001,'@SUM(A1),'+81,保険利用者所在地と同じ,\"'\r=1\",'－１,'-1,利用中");
    }

    private static string Row(
        string code, string category = "企業", string headOffice = "", string name = "株式会社吉野", string branch = "", string address = "大阪市", string telephone = "06-1234-5678",
        string registered = "保険利用者所在地と同じ", string state = "") =>
        $"{code},{category},,{headOffice},{name},カブシキガイシャヨシノ,{branch},{(branch.Length > 0 ? "シテン" : "")},540-0001,{address},{telephone},{registered},代表取締役,吉野　太郎,,{state}";

    private static IEnumerable<string> Sentences(ImportInsuranceUsers.Outcome outcome) =>
        outcome.Faults.Select(fault => $"{fault.Row}行目：{Web.Texts.Sentences.For(fault.Error)}");

    private static Task<ImportInsuranceUsers.Outcome> ImportAsync(TestPortal portal, params string[] lines) => ImportAsync(portal, Encoding.UTF8, lines);

    private static async Task<ImportInsuranceUsers.Outcome> ImportAsync(TestPortal portal, Encoding encoding, params string[] lines) =>
        (await TryImportAsync(portal, encoding, lines)).Value;

    private static Task<Result<ImportInsuranceUsers.Outcome>> TryImportAsync(TestPortal portal, Encoding encoding, params string[] lines)
    {
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes(string.Join("\r\n", lines))];
        return portal.SendAsync(new ImportInsuranceUsers.Command(new MemoryStream(file)));
    }

    private static async Task<byte[]> ExportAsync(TestPortal portal)
    {
        using var file = new MemoryStream();
        await portal.AskAsync<IMediator, bool>(async mediator =>
        {
            await (await mediator.Send(new ExportInsuranceUsers.Query())).Value.WriteAsync(file, CancellationToken.None);
            return true;
        });
        return file.ToArray();
    }

    private static Task<List<InsuranceUser>> UsersAsync(TestPortal portal) =>
        portal.AskAsync<IInsuranceUsersDb, List<InsuranceUser>>(db => db.InsuranceUsers.AsNoTracking().OrderBy(u => u.Code).ToListAsync());

    private sealed class Interrupts(Func<bool> now) : IDomainEventHandler<InsuranceUserImported>
    {
        public Task<Result> HandleAsync(InsuranceUserImported happened, CancellationToken ct) =>
            now() ? throw new InvalidOperationException("Interrupted.") : Task.FromResult(Result.Done);
    }
}
