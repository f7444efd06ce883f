using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationType;

namespace NexiPortal.Domain.Tests;

/// <summary>What a case is found by.</summary>
public sealed class SearchKeysTests
{
    [Fact]
    public void Mail_InAnyCaseAndWidth_HasOneKey() => SearchKeys.OfMail("Ｔａｒｏ@Sample.com").ShouldBe("taro@sample.com");

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
