using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Application.Common;

/// <summary>Where the fields of step 2 about the administrator meet the Web user: the same fields, rules and labels.</summary>
internal static class AdministratorFields
{
    /// <summary>The fields, in the order of the form.</summary>
    public static readonly IReadOnlyList<ApplicationField> All = [.. ApplicationFields.All.Where(field => field.Group is FieldGroup.Administrator or FieldGroup.WebService)];

    /// <summary>The person in checked values.</summary>
    public static PersonalDetails ToPerson(this FieldValues values) =>
        new(values[Department], values[JobTitle], values[AdministratorName], values[AdministratorTelephone], EmailAddress.Read(values[MailAddress])!);

    /// <summary>The person as the fields show it before it is changed.</summary>
    public static FieldValues ToAdministratorValues(this PersonalDetails person) => FieldValues.From(
    [
        new(Department.Key, person.Department),
        new(JobTitle.Key, person.JobTitle),
        new(AdministratorName.Key, person.Name),
        new(AdministratorTelephone.Key, person.Telephone),
        new(MailAddress.Key, person.MailAddress.Value),
        new(MailAddressAgain.Key, person.MailAddress.Value),
    ]);

    /// <summary>Whether a one-time password is wished in checked values.</summary>
    public static bool WishesOneTimePassword(this FieldValues values) => values[ApplicationFields.OneTimePassword] == Wished;
}
