using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicantFields;

namespace NexiPortal.Application.Common;

/// <summary>Where the fields about an applicant meet the Web user.</summary>
internal static class ApplicantPeople
{
    /// <summary>The person in checked values.</summary>
    public static PersonalDetails ToApplicant(this FieldValues values) =>
        new(values[Department], values[JobTitle], values[Name], values[Telephone], EmailAddress.Read(values[MailAddress])!);

    /// <summary>The person as the fields show it before it is changed.</summary>
    public static FieldValues ToValues(this PersonalDetails person) => FieldValues.From(
    [
        new(Department.Key, person.Department),
        new(JobTitle.Key, person.JobTitle),
        new(Name.Key, person.Name),
        new(Telephone.Key, person.Telephone),
        new(MailAddress.Key, person.MailAddress.Value),
        new(MailAddressAgain.Key, person.MailAddress.Value),
    ]);
}
