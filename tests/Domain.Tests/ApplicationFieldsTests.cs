using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;
using static NexiPortal.Domain.Registration.ApplicationType;

namespace NexiPortal.Domain.Tests;

/// <summary>The declaration of step 2 against the specification's table.</summary>
public sealed class ApplicationFieldsTests
{
    private static readonly (string Key, string Group, string FullName, string Asked)[] Table =
    [
        ("category", "申込関連情報", "企業・金融機関区分", "◎◎–"),
        ("introducing-bank", "申込関連情報", "紹介元金融機関名", "○○–"),
        ("head-office-code", "保険利用者の情報", "本店の保険利用者コード", "–◎–"),
        ("insurance-user-code", "保険利用者の情報", "保険利用者コード", "––◎"),
        ("company-name", "保険利用者の情報", "保険利用者名(漢字)", "◎◎◎"),
        ("company-name-kana", "保険利用者の情報", "保険利用者名(カナ)", "◎◎◎"),
        ("branch-name", "保険利用者の情報", "支店・部門・事業所名(漢字)", "–◎–"),
        ("branch-name-kana", "保険利用者の情報", "支店・部門・事業所名(カナ)", "–◎–"),
        ("postal-code", "保険利用者の情報", "郵便番号", "◎◎◎"),
        ("address", "保険利用者の情報", "所在地", "◎◎◎"),
        ("telephone", "保険利用者の情報", "代表電話番号", "◎◎◎"),
        ("registered-address-choice", "保険利用者の情報", "登記所在地", "◎◎–"),
        ("registered-address", "保険利用者の情報", "登記上の所在地", "○○–"),
        ("representative-title", "保険利用者の情報", "代表者の役職名", "◎◎◎"),
        ("representative-name", "保険利用者の情報", "代表者の氏名", "◎◎◎"),
        ("homepage", "保険利用者の情報", "ホームページアドレス", "○○–"),
        ("department", "Webユーザー(管理者)の情報", "所属名", "○○○"),
        ("job-title", "Webユーザー(管理者)の情報", "Webユーザー(管理者)の役職名", "○○○"),
        ("administrator-name", "Webユーザー(管理者)の情報", "Webユーザー(管理者)の氏名", "◎◎◎"),
        ("administrator-telephone", "Webユーザー(管理者)の情報", "Webユーザー(管理者)の電話番号", "◎◎◎"),
        ("mail-address", "Webユーザー(管理者)の情報", "メールアドレス", "◎◎◎"),
        ("mail-address-again", "Webユーザー(管理者)の情報", "メールアドレス(確認用)", "◎◎◎"),
        ("one-time-password", "Webサービス設定情報", "ワンタイムパスワード希望", "◎◎◎"),
    ];

    public static TheoryData<string> Keys => [.. All.Select(f => f.Key)];

    public static TheoryData<string, string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string, string>();
            foreach (var (key, group, fullName, asked) in Table) rows.Add(key, group, fullName, asked);
            return rows;
        }
    }

    public static TheoryData<ApplicationType, char> Kinds => new() { { HeadOffice, 'A' }, { Branch, 'B' }, { WebUser, 'C' } };

    [Fact]
    public void Fields_InOrder_AreThoseOfTheSpecification() => All.Select(f => f.Key).ShouldBe(Table.Select(row => row.Key));

    [Theory, MemberData(nameof(Rows))]
    public void Field_InTheTable_StandsInItsBoxUnderItsName(string key, string group, string fullName, string asked)
    {
        asked.Length.ShouldBe(3);
        Title(Build.Field(key).Group).ShouldBe(group);
        Build.Field(key).FullName.ShouldBe(fullName);
    }

    [Theory, MemberData(nameof(Rows))]
    public void Field_ForEachKind_IsAskedAsInTheTable(string key, string group, string fullName, string asked)
    {
        group.ShouldNotBeEmpty(fullName);
        string.Concat(Enum.GetValues<ApplicationType>().Select(type => Build.Field(key).For(type) switch
        {
            Requirement.Required => '◎',
            Requirement.Optional => '○',
            _ => '–',
        })).ShouldBe(asked);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void For_AKind_ListsWhatItAsksInOrder(ApplicationType type, char column) =>
        For(type).Select(f => f.Key).ShouldBe(Table.Where(row => row.Asked[column - 'A'] != '–').Select(row => row.Key));

    [Theory, MemberData(nameof(Keys))]
    public void Field_OnThePage_HasAHelpTextOfItsOwn(string key)
    {
        var field = Build.Field(key);
        field.Enter.ShouldEndWith("。");
        field.Why.ShouldEndWith("。");
        All.Count(other => other.Enter == field.Enter).ShouldBe(1);
    }

    [Theory, MemberData(nameof(Keys))]
    public void Example_TypedAsItStands_IsAccepted(string key)
    {
        var field = Build.Field(key);
        if (field.Rule is ChoiceRule) field.Example.ShouldBeEmpty();
        else field.Rule.Check(field.Rule.Tidy(field.Example), new Prints()).ShouldBeNull();
    }

    [Fact]
    public void Find_WithAnUnknownKey_FindsNothing() => Find("nothing-of-the-kind").ShouldBeNull();

    [Fact]
    public void Confirmation_AmongTheFields_IsTheSecondMailAddressAlone() =>
        All.Where(f => f.IsConfirmation).ShouldBe([MailAddressAgain]);

    [Fact]
    public void Defaults_ForTheHeadOffice_AreCompanySameAddressAndNoOneTimePassword() =>
        Labels(HeadOffice).ShouldBe(["企業", "保険利用者所在地と同じ", "希望しない"]);

    [Fact]
    public void Defaults_ForABranch_LeaveTheRegisteredAddressOpen() => Labels(Branch).ShouldBe(["企業", "希望しない"]);

    [Fact]
    public void Defaults_ForAWebUser_AreNoOneTimePasswordOnly() => Labels(WebUser).ShouldBe(["希望しない"]);

    [Theory]
    [InlineData("category", "企業", "金融機関")]
    [InlineData("registered-address-choice", "保険利用者所在地と同じ", "保険利用者所在地と異なる")]
    [InlineData("one-time-password", "希望する", "希望しない")]
    public void Choice_AmongTheFields_OffersItsLabels(string key, params string[] labels) =>
        Build.Field(key).Rule.ShouldBeOfType<ChoiceRule>().Choices.Select(c => c.Label).ShouldBe(labels);

    [Fact]
    public void Display_OfAChoice_IsItsLabel() => OneTimePassword.Display(Wished).ShouldBe("希望する");

    [Fact]
    public void Display_OfAText_IsTheText() => CompanyName.Display("same").ShouldBe("same");

    [Theory]
    [InlineData(HeadOffice, "保険利用者登録(本店)", "保険利用者登録申込書")]
    [InlineData(Branch, "保険利用者登録(支店)", "保険利用者登録申込書")]
    [InlineData(WebUser, "Webユーザー登録", "Webユーザー登録申込書")]
    public void Kind_OnButtonsAndForms_HasTheManualsNames(ApplicationType type, string label, string formTitle)
    {
        type.Label().ShouldBe(label);
        type.FormTitle().ShouldBe(formTitle);
    }

    private static List<string> Labels(ApplicationType type) =>
        [.. For(type).Select(f => f.Display(Defaults(type)[f])).Where(label => label.Length > 0)];
}
