using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationType;

namespace NexiPortal.Domain.Tests;

/// <summary>Spellings of the same thing meet under one key; different things do not.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("株式会社日本貿易商事", "日本貿易商事")]
    [InlineData("日本貿易商事株式会社", "日本貿易商事")]
    [InlineData("㈱日本貿易商事", "日本貿易商事")]
    [InlineData("（株）日本　貿易・商事", "日本貿易商事")]
    [InlineData("カブシキガイシャニホンボウエキショウジ", "ニホンボウエキシヨウジ")]
    [InlineData("株式会社髙﨑𠮷商事", "高崎吉商事")]
    [InlineData("葛\U000E0100西商会", "葛西商会")]
    [InlineData("\uFA19田商会", "神田商会")]
    [InlineData("ＡＢＣ商事", "ABC商事")]
    [InlineData("abc商事", "ABC商事")]
    [InlineData("キヤノン", "キヤノン")]
    [InlineData("キャノン", "キヤノン")]
    [InlineData("ﾃﾞｰﾀｾﾝﾀｰ", "デタセンタ")]
    [InlineData("ヴァイオリン", "バイオリン")]
    [InlineData("株式会社", "株式会社")]
    [InlineData("", "")]
    public void Name_OfACompany_FoldsToItsKey(string name, string key) => Folding.Name(name).ShouldBe(key);

    [Theory]
    [InlineData("東京都千代田区千代田一丁目１番１号", "東京都千代田区千代田1-1-1")]
    [InlineData("東京都千代田区千代田１－１－１　千代田ビル５階", "東京都千代田区千代田1-1-1")]
    [InlineData("東京都千代田区千代田1丁目1番地の1", "東京都千代田区千代田1-1-1")]
    [InlineData("大阪府大阪市中央区本町二十一丁目３番", "大阪府大阪市中央区本町21-3")]
    [InlineData("北海道札幌市中央区十条", "北海道札幌市中央区十条")]
    public void Address_DownToItsLot_FoldsToItsKey(string address, string key) => Folding.Address(address).ShouldBe(key);

    [Fact]
    public void Address_OfTheNextLot_HasAnotherKey() => Folding.Address("東京都港区一丁目２番３号").ShouldNotBe(Folding.Address("東京都港区一丁目２番４号"));

    [Theory]
    [InlineData("０３（１２３４）５６７８", "0312345678")]
    [InlineData("03-1234-5678", "0312345678")]
    public void Digits_OfATelephoneNumber_AreItsKey(string number, string key) => Folding.Digits(number).ShouldBe(key);

    [Fact]
    public void Mail_InAnyCaseAndWidth_HasOneKey() => Folding.Mail("Ｔａｒｏ@Sample.com").ShouldBe("taro@sample.com");

    [Fact]
    public void Keys_OfABranch_TellItFromItsSisters()
    {
        var osaka = Build.Application(entry: Build.Entry(Branch));
        var kobe = Build.Application(entry: Build.Entry(Branch, but: [(ApplicationFields.BranchName, "神戸支店"), (ApplicationFields.BranchNameKana, "コウベシテン")]));
        osaka.Keys.Name.ShouldBe("日本貿易商事大阪支店");
        kobe.Keys.Name.ShouldBe("日本貿易商事神戸支店");
        osaka.Keys.Code.ShouldBe("123456789");
        osaka.Keys.ContactMail.ShouldBe(osaka.Address.Value);
    }

    [Fact]
    public void Keys_AfterACorrection_AreThoseOfTheNewEntry()
    {
        var application = Build.ApplicationIn(ApplicationState.Reopened);
        application.SubmitAgain(Build.ResumeLink(application), Build.Entry(but: (ApplicationFields.CompanyName, "株式会社別")), new Consent("1.0", Build.Noon), Build.Policy, Build.Noon);
        application.Keys.Name.ShouldBe("別");
    }
}
