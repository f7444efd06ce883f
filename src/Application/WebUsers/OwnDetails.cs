using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>
/// What Web users correct of what is registered of themselves: everything but the name. Another name may be another person, so that an administrator's is
/// changed by the insurer, and an applicant's by the administrator.
/// </summary>
internal static class OwnDetails
{
    private static readonly IReadOnlyList<ApplicationField> OfAdministrators =
        [.. AdministratorFields.All.Where(field => field.Group == FieldGroup.Administrator && field != ApplicationFields.AdministratorName)];

    private static readonly IReadOnlyList<ApplicationField> OfApplicants = [.. ApplicantFields.All.Where(field => field != ApplicantFields.Name)];

    /// <summary>The fields, in the order of the form.</summary>
    public static IReadOnlyList<ApplicationField> FieldsFor(WebUserRole role) => role == WebUserRole.Administrator ? OfAdministrators : OfApplicants;

    /// <summary>The person as the fields show it.</summary>
    public static FieldValues ValuesFor(WebUserRole role, PersonalDetails person) => role == WebUserRole.Administrator ? person.ToAdministratorValues() : person.ToValues();

    /// <summary>The person as corrected by checked values.</summary>
    public static PersonalDetails CorrectedBy(this PersonalDetails person, WebUserRole role, FieldValues values) =>
        (role == WebUserRole.Administrator ? values.ToPerson() : values.ToApplicant()) with { Name = person.Name };
}
