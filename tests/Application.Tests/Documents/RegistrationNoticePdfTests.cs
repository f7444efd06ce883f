using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Documents;
using NexiPortal.Infrastructure.WebUsers;
using UglyToad.PdfPig.Content;
using PdfReader = UglyToad.PdfPig.PdfDocument;

namespace NexiPortal.Application.Tests.Documents;

public sealed class RegistrationNoticePdfTests
{
    private static readonly string Id = $"{WebUserId.Of(WebUserRole.Administrator, 123)}";
    private static readonly LetterPlacement _usual = new();
    private static readonly RegistrationNoticePdf _renderer = new(DocumentFontsTests.Fonts, _usual);

    public static TheoryData<double, double> Offsets =>
    [
        (0, 0), (LetterPlacement.MostRight, LetterPlacement.MostDown), (-LetterPlacement.MostRight, -LetterPlacement.MostDown),
        (LetterPlacement.MostRight, -LetterPlacement.MostDown), (-2.5, 1.5),
    ];

    [Theory]
    [InlineData("株式会社髙﨑𠮷商事")]
    [InlineData("葛\U000E0100飾貿易株式会社")]
    [InlineData("辻\U000E0100葛\U000E0101商店")]
    [InlineData(") Tj /JS (alert)")]
    public void Render_WhenNamesAreUnusual_PrintsThemExactlyAsTyped(string name)
    {
        var page = PrintedPdf.Pages(_renderer.Render([RegistrationNotices.Ordinary(company: name, name: name)])).ShouldHaveSingleItem();

        // In the window the company and the person, below the company once more.
        page.Split(name).Length.ShouldBe(4);
        page.ShouldContain($"{name}　様");
    }

    [Fact]
    public void Render_WhenOrdinary_SaysWhatTheFirstLoginNeedsOnOnePageOfAtMost60Kilobytes()
    {
        var notice = RegistrationNotices.Ordinary();

        var pdf = _renderer.Render([notice]);

        pdf.Length.ShouldBeLessThanOrEqualTo(60 * 1024);
        var page = PrintedPdf.Pages(pdf).ShouldHaveSingleItem();
        string[] needed =
        [
            "登録完了通知書", "〒100-0001", "親展", "総務部　部長", "日本 太郎　様", "2026年7月8日(令和8年)", $"発行番号　{Id}-1-2", .. notice.Sender, notice.Greeting,
            "保険利用者コード100000012", $"WebユーザーID(管理者用){Id}", "初期パスワード有効期限　2026年9月6日(令和8年)まで",
            .. notice.Cautions.Items, .. notice.Steps.Items, notice.Contact,
        ];
        needed.ShouldAllBe(text => page.Contains(text));
        LettersOutsideMargins(pdf).ShouldBeEmpty();
    }

    [Fact]
    public void Render_WhenEveryEntryIsAtItsLongest_StaysOnOnePageWithNothingMissing()
    {
        var notice = RegistrationNotices.Longest();

        var pdf = _renderer.Render([notice]);

        pdf.Length.ShouldBeLessThanOrEqualTo(60 * 1024);
        var page = PrintedPdf.Pages(pdf).ShouldHaveSingleItem();
        string[] needed = [.. notice.Address.Lines, notice.Address.Person, .. notice.Entries.Select(entry => entry.Value), .. notice.Cautions.Items, .. notice.Steps.Items];
        needed.ShouldAllBe(text => page.Contains(text));
        LettersOutsideMargins(pdf).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Address_WhereverItIsSetOff_ShowsInTheWindowAndNothingElseDoes(double right, double down)
    {
        var placement = new LetterPlacement { OffsetRight = right, OffsetDown = down };
        var renderer = new RegistrationNoticePdf(DocumentFontsTests.Fonts, placement);
        foreach (var notice in (NoticeLetter[])[RegistrationNotices.Ordinary(), RegistrationNotices.Longest()])
        {
            var pdf = renderer.Render([notice]);
            var (window, shown) = (EnvelopeWindow.Of(placement), TextIn(EnvelopeWindow.Of(placement), pdf));

            Letters(pdf).Count(letter => Touches(window, letter)).ShouldBe(shown.Count);
            shown.Order().ShouldBe(string.Concat([notice.Address.Confidential, notice.Address.PostalLine, .. notice.Address.Lines, notice.Address.Person]).EnumerateRunes().Select(rune => $"{rune}").Order());
        }
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Address_WhenOrdinary_ShowsWhereverTheLetterSlidesInItsEnvelope(double right, double down)
    {
        var placement = new LetterPlacement { OffsetRight = right, OffsetDown = down };
        var pdf = new RegistrationNoticePdf(DocumentFontsTests.Fonts, placement).Render([RegistrationNotices.Ordinary()]);

        TextIn(EnvelopeWindow.AlwaysSeen(placement), pdf).Count.ShouldBe(TextIn(EnvelopeWindow.Of(placement), pdf).Count);
    }

    [Fact]
    public void Address_HoweverLong_CanBeReadByThePostman()
    {
        SmallestInWindow(_renderer.Render([RegistrationNotices.Ordinary()])).ShouldBeGreaterThanOrEqualTo(8);
        SmallestInWindow(_renderer.Render([RegistrationNotices.Longest()])).ShouldBeGreaterThanOrEqualTo(6.5);
    }

    [Fact]
    public void Offsets_MoveTheAddressAndNothingElse()
    {
        var notice = RegistrationNotices.Ordinary();
        var usual = Letters(_renderer.Render([notice]));
        var moved = Letters(new RegistrationNoticePdf(DocumentFontsTests.Fonts, new() { OffsetRight = 3.5, OffsetDown = -2 }).Render([notice]));

        foreach (var (before, after) in usual.Zip(moved))
        {
            var inWindow = IsIn(EnvelopeWindow.Of(_usual), before);
            (Across(after) - Across(before)).ShouldBe(inWindow ? 3.5 : 0, 0.01);
            (Down(after) - Down(before)).ShouldBe(inWindow ? -2 : 0, 0.01);
        }
    }

    [Fact]
    [Trait("Requirement", "S18")]
    public void Password_StandsInOnePieceWithTheReadingOfEachCharacter()
    {
        var notice = RegistrationNotices.Ordinary();

        var page = PrintedPdf.Pages(_renderer.Render([notice]))[0];

        page.ShouldContain(string.Concat(notice.Password.Characters.Select(character => character.Value)) + string.Concat(notice.Password.Characters.Select(character => character.Reading)));
    }

    [Fact]
    public void Password_StandsInGroupsOfFourBetweenTheFoldsAndNotBehindTheWindow()
    {
        var letters = Letters(_renderer.Render([RegistrationNotices.Ordinary()])).Where(letter => Math.Abs(letter.PointSize - 20) < 0.1).ToList();

        letters.Count.ShouldBe(12);
        var gaps = letters.Zip(letters.Skip(1)).Select(pair => Middle(pair.Second) - Middle(pair.First)).ToList();
        gaps.Index().Where(gap => gap.Item > gaps.Min() + 2).Select(gap => gap.Index).ShouldBe([3, 7]);
        // The middle third lies mirrored at the first fold behind the upper one.
        var window = EnvelopeWindow.Of(_usual);
        letters.ShouldAllBe(letter => Down(letter) > EnvelopeWindow.FirstFold && Down(letter) < 2 * EnvelopeWindow.FirstFold - window.Bottom);
    }

    [Fact]
    public void Letter_IsMarkedWhereItIsFoldedInThree()
    {
        using var pdf = PdfReader.Open(_renderer.Render([RegistrationNotices.Ordinary()]));
        var page = pdf.GetPage(1);

        var marks = page.Paths.Where(path => path.IsStroked).Select(path => path.GetBoundingRectangle()!.Value)
            .Where(line => line.Height < 0.1 && Math.Abs(Millimetres(line.Width) - 4) < 0.05).Select(line => Millimetres(page.Height - line.Bottom)).ToList();

        marks.Count(down => Math.Abs(down - 99) < 0.05).ShouldBe(2);
        marks.Count(down => Math.Abs(down - 198) < 0.05).ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Steps_NameTheOneTimePasswordOnlyWhenItIsWished(bool wishes) =>
        PrintedPdf.Pages(_renderer.Render([RegistrationNotices.Ordinary(wishesOneTimePassword: wishes)]))[0].Contains("ワンタイムパスワード").ShouldBe(wishes);

    [Fact]
    [Trait("Requirement", "S19")]
    public void Batch_OfManyLetters_GivesEachItsOwnPageAndPassword()
    {
        List<NoticeLetter> notices = [.. Enumerable.Range(1, 100).Select(i => RegistrationNotices.Ordinary(company: $"第{i}貿易株式会社"))];

        var pdf = _renderer.Render(notices);

        var pages = PrintedPdf.Pages(pdf);
        pages.Length.ShouldBe(notices.Count);
        foreach (var (index, notice) in notices.Index())
        {
            var password = string.Concat(notice.Password.Characters.Select(character => character.Value));
            pages[index].ShouldContain(notice.Address.Lines[1]);
            pages.Index().Where(page => page.Item.Contains(password)).Select(page => page.Index).ShouldBe([index]);
        }
        // The fonts are cut once and shared: the letters after the first weigh little.
        pdf.Length.ShouldBeLessThan(notices.Count * 6 * 1024);
    }

    [Fact]
    public void Render_WhenPrintedTwice_GivesTheSameBytes()
    {
        NoticeLetter[] notices = [RegistrationNotices.Ordinary(), RegistrationNotices.Longest()];
        _renderer.Render(notices).ShouldBe(_renderer.Render(notices));
    }

    [Fact]
    public void Render_WhenThereIsNoLetter_Refuses() => Should.Throw<ArgumentException>(() => _renderer.Render([]));

    [Fact]
    public void Render_WhenANameCannotBePrinted_RefusesInsteadOfPrintingABox() =>
        Should.Throw<ArgumentException>(() => _renderer.Render([RegistrationNotices.Ordinary(company: "日本\u0000商事")])).Message.ShouldContain("U+0000");

    [Fact]
    public void Render_WhenSaved_NamesTheLetterAndTheOperatorAlone()
    {
        using var pdf = PdfReader.Open(_renderer.Render([RegistrationNotices.Ordinary()]));

        pdf.Information.Title.ShouldBe("登録完了通知書");
        pdf.Information.Author.ShouldBe("株式会社日本貿易保険");
    }

    private static List<Letter> Letters(byte[] bytes)
    {
        using var pdf = PdfReader.Open(bytes);
        return [.. pdf.GetPage(1).Letters];
    }

    // Each character wholly in a box, with all of its height.
    private static List<string> TextIn(Box box, byte[] bytes) => [.. Letters(bytes).Where(letter => IsIn(box, letter)).SelectMany(letter => letter.Value.EnumerateRunes()).Select(rune => $"{rune}")];

    private static bool IsIn(Box box, Letter letter) =>
        Across(letter) >= box.X && Millimetres(letter.EndBaseLine.X) <= box.Right + 0.01
        && Down(letter) <= box.Bottom && Down(letter) - Millimetres(letter.PointSize) * 0.88 >= box.Y - 0.01;

    private static bool Touches(Box box, Letter letter) =>
        Across(letter) < box.Right && Millimetres(letter.EndBaseLine.X) > box.X && Down(letter) - Millimetres(letter.PointSize) * 0.88 < box.Bottom && Down(letter) > box.Y;

    private static double SmallestInWindow(byte[] pdf) => Math.Round(Letters(pdf).Where(letter => IsIn(EnvelopeWindow.Of(_usual), letter)).Min(letter => letter.PointSize), 2);

    private static double Middle(Letter letter) => Millimetres(letter.StartBaseLine.X + letter.EndBaseLine.X) / 2;

    private static double Across(Letter letter) => Millimetres(letter.StartBaseLine.X);

    private static double Down(Letter letter) => PdfPage.Height - Millimetres(letter.StartBaseLine.Y);

    private static IEnumerable<string> LettersOutsideMargins(byte[] bytes) =>
        Letters(bytes).Where(letter => Across(letter) < 12 || Millimetres(letter.EndBaseLine.X) > 198 || Down(letter) < 12 || Down(letter) > 286).Select(letter => letter.Value);

    private static double Millimetres(double points) => points / 72 * 25.4;
}
