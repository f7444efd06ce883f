using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Where the fields of step 2 meet what is registered: the same fields, rules and labels, for as long as the insurance user lives.</summary>
internal static class RegisteredFields
{
    /// <summary>The kind of application whose fields an insurance user has.</summary>
    public static ApplicationType TypeOf(bool isBranch) => isBranch ? ApplicationType.Branch : ApplicationType.HeadOffice;

    /// <summary>The fields that are registered, in the order of the form; a branch's code of its head office among them.</summary>
    public static IReadOnlyList<ApplicationField> For(ApplicationType type) =>
        [.. ApplicationFields.For(type).Where(field => field.Group is FieldGroup.Application or FieldGroup.InsuranceUser)];

    /// <summary>Those that can be corrected: a branch stays under its head office.</summary>
    public static IReadOnlyList<ApplicationField> Correctable(ApplicationType type) => [.. For(type).Where(field => field != HeadOfficeCode)];

    /// <summary>What is registered when these values of step 2 are approved.</summary>
    public static RegisteredDetails ToDetails(this FieldValues values) => new()
    {
        Category = values[Category],
        IntroducingBank = values[IntroducingBank],
        CompanyName = values[CompanyName],
        CompanyNameKana = values[CompanyNameKana],
        BranchName = values[BranchName],
        BranchNameKana = values[BranchNameKana],
        PostalCode = values[PostalCode],
        Address = values[Address],
        Telephone = values[Telephone],
        RegisteredAddress = values[RegisteredAddressChoice] == OtherAddress ? values[RegisteredAddress] : "",
        RepresentativeTitle = values[RepresentativeTitle],
        RepresentativeName = values[RepresentativeName],
        Homepage = values[Homepage],
    };

    /// <summary>What is registered as values of step 2.</summary>
    public static FieldValues ToValues(this RegisteredDetails details, InsuranceUserCode? headOffice) => FieldValues.From(
    [
        new(Category.Key, details.Category),
        new(IntroducingBank.Key, details.IntroducingBank),
        new(HeadOfficeCode.Key, headOffice?.Value ?? ""),
        new(CompanyName.Key, details.CompanyName),
        new(CompanyNameKana.Key, details.CompanyNameKana),
        new(BranchName.Key, details.BranchName),
        new(BranchNameKana.Key, details.BranchNameKana),
        new(PostalCode.Key, details.PostalCode),
        new(Address.Key, details.Address),
        new(Telephone.Key, details.Telephone),
        new(RegisteredAddressChoice.Key, details.RegisteredAddress.Length == 0 ? SameAddress : OtherAddress),
        new(RegisteredAddress.Key, details.RegisteredAddress),
        new(RepresentativeTitle.Key, details.RepresentativeTitle),
        new(RepresentativeName.Key, details.RepresentativeName),
        new(Homepage.Key, details.Homepage),
    ]);

    /// <summary>The rows people read, as on ⑪: what is registered in the form's order.</summary>
    public static IReadOnlyList<EntryRow> ToRows(this RegisteredDetails details, InsuranceUserCode? headOffice) =>
        ApplicationEntry.Rows(For(TypeOf(headOffice is not null)), details.ToValues(headOffice));
}
