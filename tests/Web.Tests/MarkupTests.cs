using System.Net;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Markup, changes of writing direction and control characters in what people type.</summary>
public sealed class MarkupTests
{
    public static TheoryData<string> Payloads =>
    [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'-alert(1)-'",
        "&lt;b&gt;&#x3c;b>",
        "</title><svg/onload=alert(1)>",
        "会社\u202E名\u2066",
        "会社\u200B\uFEFF名",
        "{{7*7}}${7*7}<%= 7*7 %>",
        "javascript:alert(1)",
    ];

    [Theory, MemberData(nameof(Payloads))]
    [Trait("Requirement", "S52")]
    public async Task WhatIsTypedIntoEveryField_IsShownAsTypedOrRefused_AndIsNeverMarkup(string payload)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var page = await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"));
        var form = (await page.Form("保険利用者登録(支店)").Press("保険利用者登録(支店)")).Form("申込情報の確認へ");
        var fields = ApplicationFields.For(ApplicationType.Branch).Where(field => field.Rule is not ChoiceRule).ToList();
        foreach (var field in fields) form.Fill(field.Key, payload);

        var again = await form.Press("申込情報の確認へ");

        again.Status.ShouldBe(HttpStatusCode.OK);
        again.Errors.ShouldNotBeEmpty();
        ShouldHoldNoMarkupOf(again);
        foreach (var field in fields) again.Form("申込情報の確認へ").Value(field.Key).ShouldBe(payload, field.Key);
    }

    [Theory, MemberData(nameof(Payloads))]
    [Trait("Requirement", "S52")]
    public async Task Name_WithMarkup_IsConfirmedAndSubmittedAsText_OneWithControlCharactersIsRefused(string payload)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        var page = await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"));
        var form = (await page.Form("保険利用者登録(本店)").Press("保険利用者登録(本店)")).Form("申込情報の確認へ");
        foreach (var field in ApplicationFields.For(ApplicationType.HeadOffice).Where(f => f.Rule is not ChoiceRule)) form.Fill(field.Key, Entries.Complete(ApplicationType.HeadOffice)[field]);

        page = await form.Fill(ApplicationFields.CompanyName.Key, payload).Press("申込情報の確認へ");

        ShouldHoldNoMarkupOf(page);
        if (TextElements.FirstForbidden(payload) is not null) page.Errors.ShouldHaveSingleItem().Text.ShouldContain("使用できない制御文字(U+");
        else page.Text.ShouldContain(Tidying.FullWidth(payload).Replace('　', ' '));
    }

    [Theory, MemberData(nameof(Payloads))]
    [Trait("Requirement", "S52")]
    public async Task MailAddress_WithMarkup_ComesBackAsText(string payload)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        var page = await client.RequestLinkAsync(payload);

        page.Errors.ShouldNotBeEmpty();
        ShouldHoldNoMarkupOf(page);
        page.Form("送信する").Value("メールアドレス").ShouldBe(payload);
    }

    [Theory]
    [InlineData("/registration/mail-address", "送信する", "メールアドレス")]
    [InlineData("/registration/details", "一時保存する", "company-name")]
    [Trait("Requirement", "S52")]
    public async Task Nul_WhichNobodyCanType_IsRefusedInWords(string address, string button, string field)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        await (await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"))).BeginAsync("株式会社日本貿易商事");

        var page = await (await Page.GetAsync(client, address)).Form(button).Fill(field, "会社\0名").Press(button);

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Errors.ShouldHaveSingleItem();
        page.Form(button).ButtonTexts.ShouldContain(button);
    }

    [Theory]
    [InlineData("/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/registration/help/%3Cscript%3E")]
    [InlineData("/registration/session-ended?why=%3Cscript%3E")]
    [InlineData("/registration/form?again=%3Cscript%3E")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/registration/details?check=%E2%80%AE")]
    [Trait("Requirement", "S52")]
    public async Task Address_WithMarkup_IsNeverShownAsMarkup(string address)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();

        ShouldHoldNoMarkupOf(await Page.GetAsync(client, address));
    }

    private static void ShouldHoldNoMarkupOf(Page page)
    {
        page.Document.QuerySelectorAll("script").Length.ShouldBe(1);
        page.Document.QuerySelectorAll("img, svg, [onerror], [onload], b").ShouldBeEmpty();
        page.Document.Title.ShouldNotBeNull().ShouldNotContain("alert");
        page.Document.QuerySelectorAll("a[href^='javascript']").ShouldBeEmpty();
    }
}
