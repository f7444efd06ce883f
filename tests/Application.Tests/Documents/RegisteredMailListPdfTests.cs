using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.WebUsers;
using UglyToad.PdfPig;

namespace NexiPortal.Application.Tests.Documents;

public sealed class RegisteredMailListPdfTests
{
    private static readonly RegisteredMailListPdf _renderer = new(DocumentFontsTests.Fonts);

    [Fact]
    public void Render_WhenLettersAreMany_GivesEveryPageItsHeadAndNumber()
    {
        var pages = PrintedPdf.Pages(_renderer.Render(List(45)));

        pages.Length.ShouldBeInRange(3, 5);
        foreach (var (index, page) in pages.Index())
        {
            string[] head =
            [
                "書留・特定記録郵便物等差出票", $"{index + 1} / {pages.Length}", "差出日　2026年7月9日(令和8年)", "通数　45通", "内容　登録完了通知書",
                "株式会社日本貿易保険", "電話 03-1234-5678", "番号受取人所在地受付番号お問い合わせ番号",
            ];
            head.ShouldAllBe(text => page.Contains(text));
        }
    }

    [Fact]
    public void Render_WhenLettersAreMany_ListsEachOnceInOrder()
    {
        var list = List(45);

        var text = string.Concat(PrintedPdf.Pages(_renderer.Render(list)));

        var places = list.Rows.Select(row => text.IndexOf($"{row.Number}{string.Concat(row.Addressee)}{string.Concat(row.Address)}{row.ApplicationNumber}", StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(place => place >= 0);
        places.ShouldBeInOrder();
    }

    [Fact]
    public void Render_WhenNamesAreAtTheirLongest_CutsNothingAndSplitsNoRow()
    {
        var list = List(7, longest: true);

        var pages = PrintedPdf.Pages(_renderer.Render(list));

        foreach (var row in list.Rows)
            pages.Count(page => page.Contains(string.Concat(row.Addressee)) && page.Contains(string.Concat(row.Address)) && page.Contains(row.ApplicationNumber)).ShouldBeGreaterThan(0);
        using var pdf = PdfDocument.Open(_renderer.Render(list));
        pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.EndBaseLine.X / 72 * 25.4 > 196.1 || letter.StartBaseLine.Y / 72 * 25.4 < 18).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("株式会社髙﨑𠮷商事")]
    [InlineData("葛\U000E0100飾貿易株式会社")]
    public void Render_WhenNamesAreUnusual_PrintsThemExactlyAsTyped(string name) =>
        PrintedPdf.Pages(_renderer.Render(List(1, name: name)))[0].ShouldContain(name);

    [Fact]
    public void Render_WhenALetterBelongsToNoCase_LeavesItsNumberOut() =>
        PrintedPdf.Pages(_renderer.Render(List(1, applicationNumber: _ => "")))[0].ShouldContain("日本 太郎　様〒100-0001");

    private static RegisteredMailList List(int letters, string name = "株式会社日本貿易商事", bool longest = false, Func<int, string>? applicationNumber = null) =>
        new RegisteredMailListWording(RegistrationNotices.Nexi).Word(
        [
            .. Enumerable.Range(1, letters).Select(i => new RegisteredLetter(applicationNumber?.Invoke(i) ?? $"2607-{i:00000}-9", new()
            {
                PostalCode = "100-0001",
                Address = longest ? Of(55) : "東京都千代田区丸の内１－２－３　丸の内貿易ビル１階",
                Company = longest ? Of(50) : name,
                Unit = longest ? Of(50) : i % 3 == 0 ? "大阪支店" : "",
                Name = longest ? Of(50) : "日本 太郎",
            })),
        ], new(2026, 7, 9), RegistrationNotices.Printed);

    private static string Of(int count) => string.Concat(Enumerable.Repeat("𠮷", count));
}
