using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.TestSupport;

/// <summary>
/// As many cases as five years bring: names, addresses and telephone numbers that look like those of companies, nineteen of twenty closed,
/// the rest somewhere on their way. The same number gives the same cases.
/// </summary>
public static class ManyCases
{
    private const int Batch = 2000;

    private static readonly RegistrationPolicy Policy = new();
    private static readonly Actor Clerk = new("staff:clerk"), Approver = new("staff:approver");

    private static readonly (string Kanji, string Kana)[] Heads =
    [
        ("日本", "ニホン"), ("東洋", "トウヨウ"), ("大和", "ヤマト"), ("三河", "ミカワ"), ("北陸", "ホクリク"), ("髙木", "タカギ"), ("山﨑", "ヤマサキ"), ("𠮷田", "ヨシダ"), ("中央", "チュウオウ"), ("太平洋", "タイヘイヨウ"),
        ("富士", "フジ"), ("桜", "サクラ"), ("南海", "ナンカイ"), ("瀬戸内", "セトウチ"), ("九州", "キュウシュウ"), ("信越", "シンエツ"), ("関東", "カントウ"), ("近畿", "キンキ"), ("四国", "シコク"), ("札幌", "サッポロ"),
        ("帝都", "テイト"), ("昭栄", "ショウエイ"), ("明和", "メイワ"), ("旭", "アサヒ"), ("光洋", "コウヨウ"), ("丸太", "マルタ"), ("宝", "タカラ"), ("松本", "マツモト"), ("渡邊", "ワタナベ"), ("小川", "オガワ"),
        ("第一", "ダイイチ"), ("新和", "シンワ"), ("共栄", "キョウエイ"), ("白山", "ハクサン"), ("若葉", "ワカバ"), ("千代田", "チヨダ"), ("浪速", "ナニワ"), ("長門", "ナガト"), ("越後", "エチゴ"), ("駿河", "スルガ"),
    ];

    private static readonly (string Kanji, string Kana)[] Trades =
    [
        ("貿易", "ボウエキ"), ("精機", "セイキ"), ("化学", "カガク"), ("鋼管", "コウカン"), ("電子", "デンシ"), ("繊維", "センイ"), ("造船", "ゾウセン"), ("食品", "ショクヒン"), ("機械", "キカイ"), ("製薬", "セイヤク"),
        ("セラミックス", "セラミックス"), ("ケミカル", "ケミカル"), ("テクノ", "テクノ"), ("物流", "ブツリュウ"), ("海運", "カイウン"), ("資源", "シゲン"), ("建機", "ケンキ"), ("樹脂", "ジュシ"), ("硝子", "ガラス"), ("計器", "ケイキ"),
        ("航空", "コウクウ"), ("水産", "スイサン"), ("農機", "ノウキ"), ("金属", "キンゾク"), ("プラント", "プラント"), ("システム", "システム"), ("紙業", "シギョウ"), ("ゴム", "ゴム"), ("油脂", "ユシ"), ("光学", "コウガク"),
    ];

    private static readonly (string Kanji, string Kana)[] Tails =
    [
        ("", ""), ("商事", "ショウジ"), ("工業", "コウギョウ"), ("産業", "サンギョウ"), ("製作所", "セイサクショ"), ("興業", "コウギョウ"), ("通商", "ツウショウ"), ("物産", "ブッサン"), ("エンジニアリング", "エンジニアリング"), ("インターナショナル", "インターナショナル"),
    ];

    private static readonly (string Kanji, string Kana)[] Branches = [("大阪支店", "オオサカシテン"), ("名古屋支店", "ナゴヤシテン"), ("福岡支社", "フクオカシシャ"), ("仙台営業所", "センダイエイギョウショ")];

    private static readonly string[] Towns = ["東京都千代田区丸の内", "東京都港区虎ノ門", "大阪府大阪市中央区本町", "愛知県名古屋市中区栄", "福岡県福岡市博多区博多駅前", "神奈川県横浜市西区みなとみらい", "兵庫県神戸市中央区海岸通", "広島県広島市中区紙屋町"];

    private static readonly string[] Areas = ["03", "06", "052", "092", "045", "078", "082", "022"];

    /// <summary>Puts them into a portal's tables, as the verbs left them.</summary>
    public static async Task AddCasesAsync(this TestPortal portal, int count)
    {
        var chance = new Random(count);
        var lastOfMonth = new Dictionary<string, int>();
        var written = Task.FromResult(0);
        foreach (var some in Enumerable.Range(0, count).Chunk(Batch))
        {
            // Thought up while those before are written.
            var cases = some.Select(i => Case(i, count, chance, lastOfMonth)).ToList();
            await written;
            written = Task.Run(() => portal.AskAsync<IRegistrationDb, int>(db => WriteAsync(db, cases)));
        }
        await written;
        // What PostgreSQL does by itself in the minutes after so many rows came.
        await portal.AskAsync<IRegistrationDb, int>(db => db is DbContext { Database: var database } && database.IsNpgsql() ? database.ExecuteSqlRawAsync("VACUUM ANALYZE") : Task.FromResult(0));
    }

    private static Task<int> WriteAsync(IRegistrationDb db, List<RegistrationApplication> cases)
    {
        var context = (DbContext)db;
        context.ChangeTracker.AutoDetectChangesEnabled = false; // All is new.
        db.Applications.AddRange(cases);
        return context.SaveChangesAsync();
    }

    private static RegistrationApplication Case(int i, int count, Random chance, Dictionary<string, int> lastOfMonth)
    {
        var at = TestPortal.Start.AddYears(-5) + (TestPortal.Start - TestPortal.Start.AddYears(-5)) * ((double)i / count);
        at = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var day = JapanTime.DateAt(at);
        var sequence = lastOfMonth[$"{day:yyMM}"] = lastOfMonth.GetValueOrDefault($"{day:yyMM}") + 1;
        var link = RegistrationLink.Issue(EmailAddress.Read($"soumu{i}@company{chance.Next(40_000)}.example.jp")!, LinkToken.New(), RegistrationPassword.New(), Policy, at);
        var application = RegistrationApplication.Submit(link, Entry(i, chance), ApplicationNumber.Of(day, sequence), new Consent("1.0", at), Policy, at);
        GoOn(application, at, i >= count * 0.95, chance);
        application.TakeEvents();
        return application;
    }

    private static void GoOn(RegistrationApplication application, DateTimeOffset at, bool isRecent, Random chance)
    {
        var fate = chance.Next(100);
        if (isRecent && fate < 45) return;
        if (!isRecent && fate < 4) application.Withdraw(Actor.Registrant(application.LinkId), at.AddDays(2));
        else if (!isRecent && fate < 12) application.Expire(application.ExpiresAt!.Value.AddSeconds(1));
        if (application.State != ApplicationState.AwaitingPaper) return;

        Receive(6);
        if (isRecent && fate < 60) return;
        if (fate % 5 == 0)
        {
            application.RequestCorrection(["seal-unclear"], "", Policy, Clerk, at.AddDays(7));
            if (isRecent && fate < 75) return;
            Receive(12);
        }
        if (isRecent && fate < 75)
        {
            application.Reopen(RegistrationLink.IssueToResume(application, LinkToken.New(), RegistrationPassword.New(), Policy, at.AddDays(12)), "", Clerk, at.AddDays(12));
            return;
        }
        if (!isRecent && fate < 15)
        {
            application.Decline("登記の内容が確認できないため。", Approver, at.AddDays(13));
            return;
        }
        application.RequestApproval([.. ReviewChecks.For(application.Type).Select(check => check.Key)], false, "", Clerk, at.AddDays(13));
        if (isRecent && fate < 85) return;
        application.Approve(Approver, at.AddDays(14));
        if (isRecent && fate < 92) return;
        application.RegisterDispatch(JapanTime.DateAt(at.AddDays(15)), "123-45-67890-1", Clerk, at.AddDays(15));

        void Receive(int days) => application.RegisterReceipt(JapanTime.DateAt(at.AddDays(days)), application.Revision, [], Clerk, at.AddDays(days));
    }

    private static ApplicationEntry Entry(int i, Random chance)
    {
        var type = chance.Next(10) switch { < 7 => ApplicationType.HeadOffice, < 9 => ApplicationType.Branch, _ => ApplicationType.WebUser };
        var (head, trade, tail) = (Pick(Heads), Pick(Trades), Pick(Tails));
        var (name, kana) = ($"{head.Kanji}{trade.Kanji}{tail.Kanji}", $"{head.Kana}{trade.Kana}{tail.Kana}");
        var values = Entries.Complete(type)
            .With(CompanyName, i % 3 == 0 ? $"{name}株式会社" : $"株式会社{name}")
            .With(CompanyNameKana, i % 3 == 0 ? $"{kana}カブシキガイシャ" : $"カブシキガイシャ{kana}")
            .With(PostalCode, $"{100 + chance.Next(800)}-{chance.Next(10_000):0000}")
            .With(Address, $"{Towns[chance.Next(Towns.Length)]}{chance.Next(1, 9)}丁目{chance.Next(1, 40)}番{chance.Next(1, 30)}号")
            .With(Telephone, Number(chance))
            .With(AdministratorTelephone, Number(chance))
            .With(MailAddress, $"user{i}@company{chance.Next(40_000)}.example.jp")
            .With(MailAddressAgain, "");
        values = values.With(MailAddressAgain, values[MailAddress]);
        if (type == ApplicationType.Branch)
        {
            var branch = Pick(Branches);
            values = values.With(BranchName, branch.Kanji).With(BranchNameKana, branch.Kana).With(HeadOfficeCode, $"{chance.Next(100_000_000, 999_999_999)}");
        }
        if (type == ApplicationType.WebUser) values = values.With(ApplicationFields.InsuranceUserCode, $"{chance.Next(100_000_000, 999_999_999)}");
        return ApplicationEntry.Read(type, values, new PrintsEverything());

        (string Kanji, string Kana) Pick((string, string)[] some) => some[chance.Next(some.Length)];
    }

    private static string Number(Random chance)
    {
        var area = Areas[chance.Next(Areas.Length)];
        var rest = area.Length == 2 ? $"{chance.Next(2000, 7000)}" : $"{chance.Next(200, 999)}";
        return $"{area}-{rest}-{chance.Next(10_000):0000}";
    }

    private sealed class PrintsEverything : IPrintableText
    {
        public bool CanPrint(string textElement) => true;
    }
}
