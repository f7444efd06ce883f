using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Mail;

/// <summary>What the mails about a case say, whom they go to, and what they must not say.</summary>
public sealed class CaseMailTextTests
{
    private static readonly DateOnly Today = JapanTime.DateAt(TestPortal.Start);

    // How every mail ends.
    private const string Signature = """

        ----------------------------------------
        株式会社日本貿易保険
        お客様相談窓口
        電話：03-0000-0000
        受付時間：平日9:00～17:00(土日祝日・年末年始を除く)

        ※このメールは送信専用のアドレスから自動でお送りしています。
        　ご返信いただいてもお答えできませんので、ご了承ください。
        ----------------------------------------
        """;

    [Fact]
    public async Task M02_AfterACorrection_SaysThatEarlierPrintsAreVoid()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Reopened);
        var linkId = await portal.EnterByResumeLinkAsync();
        portal.Clock.Advance(TimeSpan.FromDays(2));
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));

        var mail = await LastAsync(portal, $"【NEXI】申込情報を受信しました(申込書をお送りください) {number}");

        mail.Text.ShouldStartWith("""
            訂正された申込情報(第2版)を受信しました。ありがとうございます。
            これまでに印刷された申込書は無効になりました。破棄のうえ、第2版の申込書をお送りください。
            """);
        mail.Text.ShouldContain("2026年10月1日(木)(必着)");
        mail.Text.ShouldContain("「手続き再開用URLのお知らせ」のメールに記載した手続き再開用URLを開き、");
    }

    [Fact]
    public async Task M04_HasItsOwnLinkPasswordAndDeadline_AndWhatToChange()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        await portal.SendAsync(new ReopenApplication.Command(number, (await portal.ViewAsync(number)).Version, "代表者の氏名を登記のとおりに訂正してください。"), CaseSteps.Clerk);

        var mail = await LastAsync(portal, $"【NEXI】手続き再開用URLのお知らせ {number}");
        var (token, password) = (await portal.ResumeLinksAsync())[^1];

        mail.To.ShouldBe(RegistrantSteps.Address);
        mail.Text.ShouldBe($"""
            申込内容を訂正していただくための、手続き再開用URLをお送りします。

            下記の手続き再開用URLを開き、登録用パスワードを入力してください。
            入力済みの申込情報が表示されますので、訂正のうえ、もう一度送信してください。

            ■受付番号
            {number}

            ■訂正をお願いする内容
            代表者の氏名を登記のとおりに訂正してください。

            ■手続き再開用URL
            https://portal.example.jp/r/{token}

            ■登録用パスワード
            {password}

            ■有効期限
            2026年8月30日(日) 23時59分まで(このメールの送信から60日間)
            期限を過ぎた場合、このお申込みは期限切れとなります。

            ・訂正した申込情報を送信すると、これまでに印刷された申込書は無効になります。
            　新しい申込書を印刷し、代表者印を押してお送りください。
            ・これより前に手続き再開用URLをお受け取りの場合、そのURLは使用できません。
            ・手続き再開用URLと登録用パスワードは、お手続きをされる方以外に知らせないでください。
            ・このメールにお心当たりのない場合は、下記のお問い合わせ先までご連絡ください。
            {Signature}

            """);
    }

    [Fact]
    public async Task M04_WithoutANote_HasNoEmptyHeading()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Reopened);
        (await LastAsync(portal, $"【NEXI】手続き再開用URLのお知らせ {number}")).Text.ShouldNotContain("訂正をお願いする内容");
    }

    [Fact]
    public async Task M05_GoesOutForTheFirstReceiptOnly_ToTheAddressOfStepOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(AwaitingCorrection);
        await portal.DoAsync(number, Verb.RegisterReceipt);

        var mail = (await portal.DeliverAsync()).Where(sent => sent.Subject == $"【NEXI】保険利用者・Webユーザー登録の手続きを開始しました {number}").ShouldHaveSingleItem();

        mail.To.ShouldBe(RegistrantSteps.Address);
        mail.Text.ShouldBe($"""
            お送りいただいた申込書が到着し、お手続きを開始しました。ありがとうございます。

            ■受付番号
            {number}

            ■申込種類
            保険利用者登録(本店)

            内容を確認のうえ、WebユーザーIDと初期パスワードを記載した「登録完了通知書」を郵送いたします。
            書類の訂正・追加をお願いする場合は、あらためてメールでお知らせします。
            {Signature}

            """);
    }

    [Fact]
    public async Task M05_GoesOutWhenAFormThatCameTooLateIsTaken()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        portal.Clock.Advance(TimeSpan.FromDays(91));
        await portal.DoAsync(number, Verb.Revive);
        await LastAsync(portal, $"【NEXI】保険利用者・Webユーザー登録の手続きを開始しました {number}");
    }

    [Fact]
    public async Task M06_TellsTheDispatch_NeitherIdNorPassword()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Completed);

        (await LastAsync(portal, $"【NEXI】保険利用者・Webユーザー登録の手続きが完了しました {number}")).Text.ShouldBe($"""
            保険利用者・Webユーザー登録のお手続きが完了し、「登録完了通知書」を発送しました。

            ■受付番号
            {number}

            ■発送日
            2026年7月1日(水)

            ■お問い合わせ番号(郵便追跡)
            123-45-67890-1

            ■お届け先
            ご登録の所在地に、Webユーザー(管理者)の方を宛名としてお送りしています。

            WebユーザーIDと初期パスワードは、安全のため、このメールには記載しておりません。
            「登録完了通知書」がお手元に届きましたら、記載の案内に沿ってログインしてください。

            しばらくしてもお手元に届かない場合は、お手数ですが、下記のお問い合わせ先までご連絡ください。
            {Signature}

            """);
    }

    [Fact]
    public async Task M06_OfALetterWithoutTrackingNumber_HasNoEmptyHeading()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Approved);
        await portal.PrintNoticeAsync(number);
        await portal.SendAsync(new RegisterDispatch.Command(number, (await portal.ViewAsync(number)).Version, Today, ""), CaseSteps.Clerk);
        (await LastAsync(portal, $"【NEXI】保険利用者・Webユーザー登録の手続きが完了しました {number}")).Text.ShouldNotContain("お問い合わせ番号");
    }

    [Fact]
    public async Task M08_HasEveryReasonWithItsRemedy_TheNote_AndUntilWhen()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(InReview);
        await portal.SendAsync(new RequestCorrection.Command(number, (await portal.ViewAsync(number)).Version, ["seal-certificate-old", "seal-missing"], "ご不明な点は担当の山田までご連絡ください。\r\n(内線123)"), CaseSteps.Clerk);

        (await LastAsync(portal, $"【NEXI】書類の訂正・追加のお願い {number}")).Text.ShouldBe($"""
            お送りいただいた書類を確認したところ、訂正または追加をお願いしたい点がありました。
            お手数をおかけしますが、下記の内容をご確認のうえ、書類をお送りください。

            ■受付番号
            {number}

            ■訂正・追加をお願いする内容
            ・代表者印が押されていません
            　→ 申込書を印刷し、代表者印の欄に、商業・法人登記に届け出た印鑑を押してお送りください。
            ・印鑑証明書の発行から3か月を過ぎています
            　→ 発行から3か月以内の印鑑証明書の原本をお送りください。

            ご不明な点は担当の山田までご連絡ください。
            (内線123)

            ■到着期限
            2026年8月30日(日)(必着)
            期限までに書類が届かない場合、このお申込みは期限切れとなります。

            ■送付先
            〒101-0000
            東京都千代田区(送付先の所在地を設定してください)
            株式会社日本貿易保険 保険利用者登録係 行
            受付番号を書いたメモを同封してください。

            申込書を印刷し直される場合は、登録用URL(または手続き再開用URL)を開き、登録用パスワードを入力してください。
            ご不明な点は、下記のお問い合わせ先までご連絡ください。
            {Signature}

            """);
    }

    [Fact]
    public async Task M09_HasTheReason_AndHowToStartAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Declined);

        (await LastAsync(portal, $"【NEXI】保険利用者・Webユーザー登録の審査結果のお知らせ {number}")).Text.ShouldBe($"""
            お申込みいただいた保険利用者・Webユーザー登録について、内容を確認した結果、
            誠に申し訳ございませんが、登録を見合わせることとなりました。

            ■受付番号
            {number}

            ■申込種類
            保険利用者登録(本店)

            ■理由
            登記の商号と異なります

            あらためてお申込みになる場合は、登録用URLを受け取るところからお手続きください。
            https://portal.example.jp/registration/mail-address

            ご不明な点は、下記のお問い合わせ先までご連絡ください。
            {Signature}

            """);
    }

    [Fact]
    public async Task M10_AsksWhereTheLetterCanBeDelivered()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Completed);
        await portal.DoAsync(number, Verb.RegisterReturn);

        (await LastAsync(portal, $"【NEXI】登録完了通知書をお届けできませんでした {number}")).Text.ShouldBe($"""
            お送りした「登録完了通知書」が、お届けできずに返送されました。

            ■受付番号
            {number}

            あらためてお送りするため、お届け先を確認させてください。
            お手数ですが、受付番号をお手元にご用意のうえ、下記のお問い合わせ先までお電話でご連絡ください。

            新しい「登録完了通知書」では、初期パスワードも新しくなります。返送された「登録完了通知書」の初期パスワードは使用できなくなります。
            {Signature}

            """);
    }

    [Fact]
    public async Task M14_AsksWhetherTheLetterArrived_AndSaysHowToLogIn_NeitherIdNorPassword()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Completed);
        portal.Clock.Advance(TimeSpan.FromDays(14));
        await portal.SendAsync(new RemindOfNotices.Command());

        (await LastAsync(portal, $"【NEXI】登録完了通知書は届きましたか {number}")).Text.ShouldBe($"""
            2026年7月1日(水)に「登録完了通知書」を発送しましたが、Webサービスへのログインをまだ確認できておりません。
            「登録完了通知書」は、お手元に届いていますでしょうか。

            ■受付番号
            {number}

            ■発送日
            2026年7月1日(水)

            ■お問い合わせ番号(郵便追跡)
            123-45-67890-1

            ■お届け先
            ご登録の所在地に、Webユーザー(管理者)の方を宛名としてお送りしています。

            ■お手元に届いている場合
            次のページを開き、「登録完了通知書」に記載のWebユーザーIDと初期パスワードでログインしてください。
            https://portal.example.jp/login
            はじめてログインすると、パスワードの変更をお願いする画面が表示されます。
            新しいパスワードを設定すると、Webサービスをご利用いただけます。

            ■初期パスワードの有効期限
            2026年8月30日(日) 23時59分まで

            ■お手元に届いていない場合
            社内をご確認のうえ、見当たらないときは、お手数ですが、受付番号をお手元にご用意のうえ、下記のお問い合わせ先までお電話でご連絡ください。

            WebユーザーIDと初期パスワードは、安全のため、このメールには記載しておりません。
            すでにログインされた場合は、このメールへのご対応は必要ありません。
            {Signature}

            """);
    }

    [Fact]
    public async Task M13_OfAResumeLink_SendsTheRegistrantToStaff()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.CaseInAsync(Reopened);
        var (token, _) = (await portal.ResumeLinksAsync())[^1];
        for (var i = 0; i < 15; i++)
        {
            await portal.SendAsync(new OpenRegistrationLink.Command(token, "wrong-wrong-wron"));
            if (i % 5 == 4) portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        var text = (await LastAsync(portal, "【NEXI】登録用URLを無効にしました")).Text;

        text.ShouldContain("下記のお問い合わせ先までご連絡ください。手続き再開用URLをあらためてお送りします。");
        text.ShouldNotContain("registration/mail-address");
    }

    private static async Task<CaughtMail> LastAsync(TestPortal portal, string subject) => (await portal.DeliverAsync()).Last(mail => mail.Subject == subject);
}
