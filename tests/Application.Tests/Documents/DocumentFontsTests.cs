using System.Runtime.InteropServices;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Application.Tests.Documents;

public sealed class DocumentFontsTests
{
    internal static DocumentFonts Fonts { get; } = new();

    [Theory]
    [InlineData("日")]
    [InlineData("髙")]
    [InlineData("﨑")]
    [InlineData("𠮷")]
    [InlineData("\uFA19")]
    [InlineData("ー")]
    [InlineData("\u3000")]
    [InlineData("~")]
    [InlineData("葛\U000E0100")]
    [InlineData("葛\U000E0101")]
    [InlineData("辻\U000E0100")]
    [InlineData("辻\U000E0101")]
    public void CanPrint_WhenAFontHasTheCharacterOrExactlyThatVariant_IsTrue(string textElement) => Fonts.CanPrint(textElement).ShouldBeTrue();

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\n")]
    [InlineData("\u200B")]
    [InlineData("\u202E")]
    [InlineData("\uE000")]
    [InlineData("🍣")]
    [InlineData("葛\U000E01EF")]
    [InlineData("\U000E0100")]
    public void CanPrint_WhenItWouldShowABoxOrLoseTheVariant_IsFalse(string textElement) => Fonts.CanPrint(textElement).ShouldBeFalse();

    [Fact]
    public void CanPrint_WhenHalfOfASurrogatePairIsMissing_IsFalse() => Fonts.CanPrint("\uD842").ShouldBeFalse();

    [Fact]
    public void Shape_WhenACharacterCannotBePrinted_RefusesInsteadOfDrawingABox() =>
        Should.Throw<ArgumentException>(() => Fonts.Shape("日本🍣", bold: false)).Message.ShouldContain("U+1F363");

    [Fact]
    public void Shape_WhenAVariantIsTyped_FindsItsOwnGlyph()
    {
        var glyphs = Fonts.Shape("葛葛\U000E0100", bold: false);

        glyphs.Count.ShouldBe(2);
        glyphs[1].Text.ShouldBe("葛\U000E0100");
        glyphs[1].Id.ShouldNotBe(glyphs[0].Id);
    }

    [Fact]
    [Trait("Requirement", "F30")]
    public void Load_WhenTheFontIsMissing_SaysSoInOneSentence() =>
        Should.Throw<StartRefusedException>(() => EmbeddedFont.Load("Absent.ttf"))
            .Message.ShouldBe("The document font Absent.ttf is missing from the installation.");

    [Fact]
    [Trait("Requirement", "F30")]
    public void Load_WhenTheFontIsBroken_SaysSoInOneSentence()
    {
        var file = Marshal.StringToHGlobalAnsi("not a font");
        try
        {
            Should.Throw<StartRefusedException>(() => EmbeddedFont.Load("Broken.ttf", file, "not a font".Length))
                .Message.ShouldBe("The document font Broken.ttf is broken.");
        }
        finally
        {
            Marshal.FreeHGlobal(file);
        }
    }
}
