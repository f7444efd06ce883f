using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;
using static NexiPortal.Domain.Registration.ApplicationType;

namespace NexiPortal.Domain.Tests;

/// <summary>The checks of step 2 (⑩), for each field and each of the three kinds.</summary>
public sealed class ApplicationEntryTests
{
    private static readonly (string Key, int Limit, string Code)[] Limits =
    [
        ("introducing-bank", 50, FieldErrors.TooLongFullWidth),
        ("company-name", 50, FieldErrors.TooLongFullWidth),
        ("company-name-kana", 60, FieldErrors.TooLongFullWidth),
        ("branch-name", 50, FieldErrors.TooLongFullWidth),
        ("branch-name-kana", 60, FieldErrors.TooLongFullWidth),
        ("address", 55, FieldErrors.TooLongFullWidth),
        ("registered-address", 60, FieldErrors.TooLongFullWidth),
        ("representative-title", 15, FieldErrors.TooLongFullWidth),
        ("representative-name", 15, FieldErrors.TooLongFullWidth),
        ("homepage", 50, FieldErrors.TooLongHalfWidth),
        ("department", 25, FieldErrors.TooLongFullWidth),
        ("job-title", 50, FieldErrors.TooLongFullWidth),
        ("administrator-name", 50, FieldErrors.TooLongFullWidth),
        ("mail-address", 50, FieldErrors.TooLongHalfWidth),
        ("mail-address-again", 50, FieldErrors.TooLongHalfWidth),
    ];

    private static readonly ApplicationType[] Kinds = [HeadOffice, Branch, WebUser];

    public static TheoryData<ApplicationType> EveryKind => [.. Kinds];

    public static TheoryData<ApplicationType, string, int, string> LimitsByKind
    {
        get
        {
            var rows = new TheoryData<ApplicationType, string, int, string>();
            foreach (var type in Kinds)
            {
                foreach (var (key, limit, code) in Limits.Where(l => Build.Field(l.Key).For(type) != Requirement.NotAsked)) rows.Add(type, key, limit, code);
            }
            return rows;
        }
    }

    public static TheoryData<ApplicationType, string> Required => Asked(Requirement.Required);

    public static TheoryData<ApplicationType, string> Optional => Asked(Requirement.Optional);

    public static TheoryData<ApplicationType, string> NotAsked => Asked(Requirement.NotAsked);

    public static TheoryData<string> FullWidthFields => [.. All.Where(f => f.Rule is FullWidthRule).Select(f => f.Key)];

    public static TheoryData<string> TextFields => [.. All.Where(f => f.Rule is FullWidthRule or KatakanaRule or HalfWidthRule).Select(f => f.Key)];

    [Theory, MemberData(nameof(EveryKind))]
    public void Entry_WithEveryFieldFilledIn_IsAccepted(ApplicationType type) => Build.Entry(type).Errors.ShouldBeEmpty();

    [Fact]
    public void Limits_OfTheSpecification_CoverEveryFieldWithALimit() =>
        Limits.Select(l => (l.Key, (int?)l.Limit)).ShouldBe(All.Where(f => f.Rule.MaxLength is not null).Select(f => (f.Key, f.Rule.MaxLength)));

    [Theory, MemberData(nameof(LimitsByKind))]
    public void Text_AsLongAsAllowed_IsAccepted(ApplicationType type, string key, int limit, string code)
    {
        code.ShouldNotBeEmpty();
        var field = Build.Field(key);
        var longest = OfLength(field, limit);
        var entry = Build.Entry(type, but: With(field, longest));
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[field].ShouldBe(longest);
    }

    [Theory, MemberData(nameof(LimitsByKind))]
    public void Text_OneCharacterTooLong_IsRefusedWithLimitAndLength(ApplicationType type, string key, int limit, string code)
    {
        var field = Build.Field(key);
        var refusal = Build.Refusal(field, type, but: With(field, OfLength(field, limit + 1))).ShouldNotBeNull();
        refusal.Code.ShouldBe(code);
        refusal.Arguments.ShouldBe([limit, limit + 1]);
    }

    [Theory, MemberData(nameof(FullWidthFields))]
    public void Text_OfCharactersBeyondTheBasicPlane_IsCountedAsPeopleCount(string key)
    {
        var field = Build.Field(key);
        var limit = field.Rule.MaxLength.ShouldNotBeNull();
        var type = Kinds.First(t => field.For(t) != Requirement.NotAsked);
        Build.Refusal(field, type, but: With(field, Repeat("𠮷", limit))).ShouldBeNull();
        Build.Refusal(field, type, but: With(field, Repeat("𠮷", limit + 1))).ShouldNotBeNull().Arguments.ShouldBe([limit, limit + 1]);
    }

    [Fact]
    public void Text_OfCharactersWithVariationSelectors_IsCountedAsPeopleCount()
    {
        Build.Refusal(RepresentativeName, but: (RepresentativeName, Repeat("葛\U000E0100", 15))).ShouldBeNull();
        Build.Refusal(RepresentativeName, but: (RepresentativeName, Repeat("葛\U000E0100", 16))).ShouldNotBeNull().Arguments.ShouldBe([15, 16]);
    }

    [Fact]
    public void Length_OfAText_IsCountedAfterTidying()
    {
        Build.Refusal(RepresentativeName, but: (RepresentativeName, Repeat("ｶﾞ", 15))).ShouldBeNull();
        Build.Refusal(CompanyName, but: (CompanyName, "㈱" + Repeat("あ", 47))).ShouldNotBeNull().Arguments.ShouldBe([50, 51]);
    }

    [Theory, MemberData(nameof(Required))]
    public void RequiredField_LeftEmpty_IsRefused(ApplicationType type, string key) =>
        Build.Refusal(Build.Field(key), type, but: (Build.Field(key), "")).ShouldNotBeNull().Code
            .ShouldBe(key is "category" or "registered-address-choice" or "one-time-password" ? "field.choice-required" : "field.required");

    [Theory, MemberData(nameof(Required))]
    public void RequiredText_OfNothingButSpaces_IsRefusedAsEmpty(ApplicationType type, string key)
    {
        var field = Build.Field(key);
        if (field.Rule is ChoiceRule) return;
        Build.Refusal(field, type, but: (field, " 　\t")).ShouldNotBeNull().Code.ShouldBe(FieldErrors.Required);
    }

    [Theory, MemberData(nameof(Optional))]
    public void OptionalField_LeftEmpty_IsAccepted(ApplicationType type, string key) =>
        Build.Entry(type, but: (Build.Field(key), "")).Errors.ShouldBeEmpty();

    [Theory, MemberData(nameof(NotAsked))]
    public void FieldNotAsked_PostedAllTheSame_IsDropped(ApplicationType type, string key)
    {
        var entry = Build.Entry(type, but: (Build.Field(key), "\0 posted by hand"));
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[Build.Field(key)].ShouldBeEmpty();
        entry.Tidied.Filled.Select(v => v.Key).ShouldBeSubsetOf(For(type).Select(f => f.Key));
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void Entry_WithNothingFilledIn_IsRefusedOncePerFieldInTheFormsOrder(ApplicationType type)
    {
        var fields = ApplicationEntry.Read(type, FieldValues.Empty, new Prints()).Errors.Select(e => e.Field).ToList();
        fields.ShouldBe(For(type).Where(f => f.For(type) == Requirement.Required || f == Department).Select(f => f.Key));
    }

    [Theory]
    [InlineData("category")]
    [InlineData("registered-address-choice")]
    [InlineData("one-time-password")]
    public void Choice_NotAmongThoseOffered_IsRefused(string key) =>
        Build.Refusal(Build.Field(key), but: (Build.Field(key), "neither")).ShouldNotBeNull().Code.ShouldBe(FieldErrors.UnknownChoice);

    [Fact]
    public void RegisteredAddress_WhenAnotherAddressIsChosen_IsRequired() =>
        Build.Refusal(RegisteredAddress, but: [(RegisteredAddressChoice, OtherAddress), (RegisteredAddress, "")]).ShouldNotBeNull().Code.ShouldBe(FieldErrors.Required);

    [Theory]
    [InlineData(HeadOffice)]
    [InlineData(Branch)]
    public void RegisteredAddress_WhenAnotherAddressIsChosenAndEntered_IsKept(ApplicationType type)
    {
        var entry = Build.Entry(type, but: [(RegisteredAddressChoice, OtherAddress), (RegisteredAddress, "大阪市北区")]);
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[RegisteredAddress].ShouldBe("大阪市北区");
    }

    [Fact]
    public void RegisteredAddress_WhenTheSameAddressIsChosen_IsDroppedUnread()
    {
        var entry = Build.Entry(but: [(RegisteredAddressChoice, SameAddress), (RegisteredAddress, Repeat("あ", 99))]);
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[RegisteredAddress].ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void DepartmentAndJobTitle_BothEmpty_AreRefusedOnce(ApplicationType type)
    {
        var refusal = Build.Entry(type, but: [(Department, "　"), (JobTitle, "")]).Errors.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("department");
        refusal.Code.ShouldBe(FieldErrors.DepartmentOrTitle);
    }

    [Theory]
    [InlineData("総務部", "")]
    [InlineData("", "部長")]
    [InlineData("総務部", "部長")]
    public void DepartmentOrJobTitle_OneEntered_IsEnough(string department, string title) =>
        Build.Entry(but: [(Department, department), (JobTitle, title)]).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("taro@sample.com", "jiro@sample.com")]
    [InlineData("taro@sample.com", "Taro@sample.com")]
    public void MailAddresses_WhenTheyDiffer_AreRefusedAtTheSecond(string first, string second)
    {
        var refusal = Build.Entry(but: [(MailAddress, first), (MailAddressAgain, second)]).Errors.ShouldHaveSingleItem();
        refusal.Field.ShouldBe("mail-address-again");
        refusal.Code.ShouldBe(FieldErrors.MailAddressesDiffer);
    }

    [Fact]
    public void MailAddresses_EqualButForTheirWidth_AreAccepted() =>
        Build.Entry(but: [(MailAddress, "taro@sample.com"), (MailAddressAgain, "ｔａｒｏ＠ｓａｍｐｌｅ．ｃｏｍ ")]).Errors.ShouldBeEmpty();

    [Theory]
    [InlineData("a\r\nBcc: x@y.co", FieldErrors.NotMailAddress)]
    [InlineData("taro@sample.com\r\nBcc: jiro@sample.com", FieldErrors.NotMailAddress)]
    [InlineData("taro@sample.com\nSubject: x", FieldErrors.NotMailAddress)]
    [InlineData("日本太郎 <taro@sample.com>", FieldErrors.NotHalfWidth)]
    [InlineData("Taro <taro@sample.com>", FieldErrors.NotMailAddress)]
    [InlineData("taro@sample.com,jiro@sample.com", FieldErrors.NotMailAddress)]
    [InlineData("taro@sample.com;jiro@sample.com", FieldErrors.NotMailAddress)]
    [InlineData("a b@c.co", FieldErrors.NotMailAddress)]
    [InlineData("taro@sam ple.com", FieldErrors.NotMailAddress)]
    [InlineData("太郎@sample.com", FieldErrors.NotHalfWidth)]
    [InlineData("taro@日本.jp", FieldErrors.NotHalfWidth)]
    [InlineData("ﾀﾛｳ@sample.com", FieldErrors.NotHalfWidth)]
    [InlineData("taro", FieldErrors.NotMailAddress)]
    [InlineData("taro\0@sample.com", FieldErrors.Forbidden)]
    [InlineData("taro\u200B@sample.com", FieldErrors.Forbidden)]
    [InlineData("taro\u202E@sample.com", FieldErrors.Forbidden)]
    public void MailAddress_ThatIsNotOnePlainAddress_IsRefused(string typed, string code) =>
        Build.Refusal(MailAddress, but: [(MailAddress, typed), (MailAddressAgain, typed)]).ShouldNotBeNull().Code.ShouldBe(code);

    [Fact]
    public void MailAddress_WithAWideCharacter_IsRefusedNamingIt() =>
        Build.Refusal(MailAddress, but: (MailAddress, "taro𠮷@sample.com")).ShouldNotBeNull().Arguments.ShouldBe(["𠮷"]);

    [Theory]
    [InlineData("http://www.nexi.go.jp/")]
    [InlineData("https://www.nexi.go.jp")]
    [InlineData("HTTPS://www.nexi.go.jp/a?b=c#d")]
    [InlineData("ｈｔｔｐ：／／ｗｗｗ．ｎｅｘｉ．ｇｏ．ｊｐ／")]
    public void Homepage_WithAWebAddress_IsAccepted(string typed) => Build.Refusal(Homepage, but: (Homepage, typed)).ShouldBeNull();

    [Theory]
    [InlineData("www.nexi.go.jp")]
    [InlineData("ftp://www.nexi.go.jp/")]
    [InlineData("javascript:alert(1)//www.nexi.go.jp")]
    [InlineData("http://")]
    [InlineData("http:www.nexi.go.jp")]
    [InlineData("http:/www.nexi.go.jp")]
    [InlineData("http:\\\\www.nexi.go.jp")]
    [InlineData("http://localhost/")]
    [InlineData("http://www.nexi.go.jp@evil.example/")]
    [InlineData("http://www.nexi.go.jp/ x")]
    [InlineData("http://www.nexi.go.jp/\r\nX: y")]
    public void Homepage_WithAnythingElse_IsRefused(string typed) =>
        Build.Refusal(Homepage, but: (Homepage, typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.NotWebAddress);

    [Theory]
    [InlineData("1000001")]
    [InlineData("100-0001")]
    [InlineData("〒100-0001")]
    [InlineData("〒 １００－０００１")]
    [InlineData("100ー0001")]
    [InlineData("100−0001")]
    [InlineData("100 0001")]
    public void PostalCode_HoweverWritten_IsTidied(string typed)
    {
        var entry = Build.Entry(but: (PostalCode, typed));
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[PostalCode].ShouldBe("100-0001");
    }

    [Theory]
    [InlineData("100-000")]
    [InlineData("100-00011")]
    [InlineData("100-000a")]
    [InlineData("一〇〇-〇〇〇一")]
    [InlineData("١٠٠-٠٠٠١")]
    [InlineData("100-0001\0")]
    public void PostalCode_OfOtherThanSevenDigits_IsRefused(string typed) =>
        Build.Refusal(PostalCode, but: (PostalCode, typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.NotPostalCode);

    [Theory]
    [InlineData("03-1234-5678", "03-1234-5678")]
    [InlineData("0312345678", "0312345678")]
    [InlineData("090-1234-5678", "090-1234-5678")]
    [InlineData("０３（１２３４）５６７８", "03-1234-5678")]
    [InlineData("(03)1234-5678", "03-1234-5678")]
    [InlineData("03[1234]5678", "03-1234-5678")]
    [InlineData("03 1234 5678", "03-1234-5678")]
    [InlineData("0422ー12ー3456", "0422-12-3456")]
    [InlineData("04221-2—3456", "04221-2-3456")]
    public void Telephone_HoweverWritten_KeepsThePlacesOfItsHyphens(string typed, string tidied)
    {
        var entry = Build.Entry(but: [(Telephone, typed), (AdministratorTelephone, typed)]);
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[Telephone].ShouldBe(tidied);
        entry.Tidied[AdministratorTelephone].ShouldBe(tidied);
    }

    [Theory]
    [InlineData("03-1234-567")]
    [InlineData("090-1234-56789")]
    [InlineData("13-1234-5678")]
    [InlineData("+81-3-1234-5678")]
    [InlineData("03-1234-5678 内線1")]
    [InlineData("-")]
    [InlineData("03-1234-567\u202E8")]
    public void Telephone_OfOtherThanTenOrElevenDigitsFromZero_IsRefused(string typed)
    {
        if (typed == "-")
        {
            Build.Refusal(Telephone, but: (Telephone, typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.Required);
            return;
        }
        Build.Refusal(Telephone, but: (Telephone, typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.NotTelephone);
        Build.Refusal(AdministratorTelephone, but: (AdministratorTelephone, typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.NotTelephone);
    }

    [Theory]
    [InlineData(Branch, "head-office-code")]
    [InlineData(WebUser, "insurance-user-code")]
    public void Code_OfNineDigitsInAnyWidth_IsAccepted(ApplicationType type, string key)
    {
        var entry = Build.Entry(type, but: (Build.Field(key), " １２３-４５６ 789"));
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[Build.Field(key)].ShouldBe("123456789");
    }

    [Theory]
    [InlineData(Branch, "head-office-code", "12345678")]
    [InlineData(Branch, "head-office-code", "1234567890")]
    [InlineData(Branch, "head-office-code", "12345678A")]
    [InlineData(WebUser, "insurance-user-code", "12345678")]
    [InlineData(WebUser, "insurance-user-code", "1234567890")]
    [InlineData(WebUser, "insurance-user-code", "12345678A")]
    public void Code_OfOtherThanNineDigits_IsRefused(ApplicationType type, string key, string typed) =>
        Build.Refusal(Build.Field(key), type, but: (Build.Field(key), typed)).ShouldNotBeNull().Code.ShouldBe(FieldErrors.NotInsuranceUserCode);

    [Theory]
    [InlineData("カブシキガイシャ　ニホン・ボウエキー")]
    [InlineData("ヷヸヹヺヴヵヶヽヾㇰ")]
    public void Kana_OfKatakanaWithItsMarksAndSpaces_IsAccepted(string typed)
    {
        var entry = Build.Entry(but: (CompanyNameKana, typed));
        entry.Errors.ShouldBeEmpty();
        entry.Tidied[CompanyNameKana].ShouldBe(typed);
    }

    [Theory]
    [InlineData("ニホン商事", "商")]
    [InlineData("ニホンA", "Ａ")]
    [InlineData("ニホン。", "。")]
    [InlineData("ニホン𠮷", "𠮷")]
    [InlineData("ア\u3099", "ア\u3099")]
    public void Kana_WithAnotherCharacter_IsRefusedNamingIt(string typed, string named)
    {
        var refusal = Build.Refusal(CompanyNameKana, but: (CompanyNameKana, typed)).ShouldNotBeNull();
        refusal.Code.ShouldBe(FieldErrors.NotKatakana);
        refusal.Arguments.ShouldBe([named]);
    }

    [Theory, MemberData(nameof(FullWidthFields))]
    public void Character_TheFormsFontsLack_IsRefusedNamingIt(string key)
    {
        var field = Build.Field(key);
        var type = Kinds.First(t => field.For(t) != Requirement.NotAsked);
        var refusal = Build.Refusal(field, type, "☃", With(field, "日☃本☃")).ShouldNotBeNull();
        refusal.Code.ShouldBe(FieldErrors.Unprintable);
        refusal.Arguments.ShouldBe(["☃"]);
    }

    [Fact]
    public void VariationSequence_TheFormsFontsLack_IsRefusedAsAWhole()
    {
        Build.Refusal(CompanyName, lacking: "葛\U000E0101", but: (CompanyName, "葛飾")).ShouldBeNull();
        Build.Refusal(CompanyName, lacking: "葛\U000E0101", but: (CompanyName, "葛\U000E0101飾")).ShouldNotBeNull().Arguments.ShouldBe(["葛\U000E0101"]);
    }

    [Theory]
    [InlineData("\0", "U+0000")]
    [InlineData("\u001B", "U+001B")]
    [InlineData("\u007F", "U+007F")]
    [InlineData("\u200B", "U+200B")]
    [InlineData("\u200D", "U+200D")]
    [InlineData("\u200F", "U+200F")]
    [InlineData("\u202E", "U+202E")]
    [InlineData("\u2066", "U+2066")]
    [InlineData("\uFEFF", "U+FEFF")]
    [InlineData("\uE000", "U+E000")]
    [InlineData("\U000E0041", "U+E0041")]
    [InlineData("\uFFFF", "U+FFFF")]
    public void InvisibleCharacter_InAName_IsRefusedByItsCodePoint(string typed, string named)
    {
        var refusal = Build.Refusal(CompanyName, but: (CompanyName, $"日本{typed}商事")).ShouldNotBeNull();
        refusal.Code.ShouldBe(FieldErrors.Forbidden);
        refusal.Arguments.ShouldBe([named]);
    }

    [Theory, MemberData(nameof(TextFields))]
    public void WritingDirection_InAnyText_IsRefused(string key)
    {
        var field = Build.Field(key);
        var type = Kinds.First(t => field.For(t) != Requirement.NotAsked);
        var refusal = Build.Refusal(field, type, but: With(field, field.Example.Insert(1, "\u202E"))).ShouldNotBeNull();
        refusal.Code.ShouldBe(FieldErrors.Forbidden);
        refusal.Arguments.ShouldBe(["U+202E"]);
    }

    [Fact]
    public void HalfASurrogatePair_InAName_IsRefused() =>
        Build.Refusal(CompanyName, but: (CompanyName, "日本" + '\uD842')).ShouldNotBeNull().Code.ShouldBe(FieldErrors.Forbidden);

    [Fact]
    public void Entry_AfterReading_KeepsWhatWasTyped()
    {
        var typed = Build.Typed(but: (CompanyName, " ㈱ﾆﾎﾝ "));
        var entry = ApplicationEntry.Read(HeadOffice, typed, new Prints());
        entry.Typed.ShouldBe(typed);
        entry.Tidied[CompanyName].ShouldBe("株式会社ニホン");
    }

    [Theory, MemberData(nameof(EveryKind))]
    public void Rows_OfAnEntry_AreTheKindAndEveryFieldButTheConfirmationOnce(ApplicationType type)
    {
        var rows = Build.Entry(type).Rows();
        rows[0].ShouldBe(new EntryRow("申込関連情報", "", "申込種類", type.Label()));
        rows.Skip(1).Select(r => (r.Group, r.Label)).ShouldBe(
            For(type).Where(f => f != RegisteredAddress && f != MailAddressAgain).Select(f => (Title(f.Group), f.Label)));
    }

    [Theory]
    [InlineData(SameAddress, "保険利用者所在地と同じ")]
    [InlineData(OtherAddress, "大阪市北区")]
    public void Rows_OfTheRegisteredAddress_AreOne(string choice, string shown) =>
        Build.Entry(but: [(RegisteredAddressChoice, choice), (RegisteredAddress, "大阪市北区")]).Rows()
            .Single(r => r.Label.Contains("登記", StringComparison.Ordinal)).ShouldBe(new EntryRow("保険利用者の情報", "", "登記所在地", shown));

    [Fact]
    public void Rows_OfOptionalFieldsLeftEmpty_StandThereEmpty() =>
        Build.Entry(but: (Homepage, "")).Rows().Single(r => r.Label == Homepage.Label).Value.ShouldBeEmpty();

    [Theory]
    [InlineData("株式会社日本", null)]
    [InlineData(" 株式会社日本　", null)]
    [InlineData("㈱日本", "㈱日本")]
    [InlineData("株式会社 日本", "株式会社 日本")]
    public void Rows_WhenTheValueReadsOtherwiseThanTyped_SayWhatWasTyped(string typed, string? shown) =>
        Build.Entry(but: (CompanyName, typed)).Rows().Single(r => r.Value.StartsWith("株式会社", StringComparison.Ordinal)).Typed.ShouldBe(shown);

    [Fact]
    public void Rows_OfRegisteredValues_NeverSpeakOfTidying() =>
        ApplicationEntry.Rows(HeadOffice, Build.Entry(but: (CompanyName, "㈱日本")).Tidied).ShouldAllBe(r => r.Typed == null);

    private static TheoryData<ApplicationType, string> Asked(Requirement requirement)
    {
        var rows = new TheoryData<ApplicationType, string>();
        foreach (var type in Kinds)
        {
            foreach (var field in All.Where(f => f.For(type) == requirement)) rows.Add(type, field.Key);
        }
        return rows;
    }

    /// <summary>A value for a field together with what must be chosen or typed again beside it.</summary>
    private static (ApplicationField, string)[] With(ApplicationField field, string value) => field.Key switch
    {
        "registered-address" => [(RegisteredAddressChoice, OtherAddress), (field, value)],
        "mail-address" or "mail-address-again" => [(MailAddress, value), (MailAddressAgain, value)],
        _ => [(field, value)],
    };

    private static string OfLength(ApplicationField field, int length)
    {
        var (start, filling, end) = field.Rule switch
        {
            KatakanaRule => ("", 'ア', ""),
            MailAddressRule => ("", 'a', "@sample.com"),
            WebAddressRule => ("https://www.nexi.go.jp/", 'a', ""),
            _ => ("", '漢', ""),
        };
        return start + new string(filling, length - start.Length - end.Length) + end;
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
