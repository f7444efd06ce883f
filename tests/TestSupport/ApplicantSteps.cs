using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>What an administrator does with applicants (申込者), and what they do with the links they get, by use cases.</summary>
public static class ApplicantSteps
{
    /// <summary>What an administrator types about an applicant.</summary>
    public static FieldValues Typed(string name = "貿易　花子", string mailAddress = "hanako@example.jp", string department = "海外営業部", string jobTitle = "", string telephone = "03-1234-5679") => FieldValues.From(
    [
        new(ApplicantFields.Department.Key, department),
        new(ApplicantFields.JobTitle.Key, jobTitle),
        new(ApplicantFields.Name.Key, name),
        new(ApplicantFields.Telephone.Key, telephone),
        new(ApplicantFields.MailAddress.Key, mailAddress),
        new(ApplicantFields.MailAddressAgain.Key, mailAddress),
    ]);

    /// <summary>The insurance user of a WebユーザーID.</summary>
    public static Task<Guid> InsuranceUserOfAsync(this TestPortal portal, string id) => portal.AskAsync<IWebUsersDb, Guid>(db =>
        db.WebUsers.Where(u => u.UserId == WebUserId.Read(id)).Select(u => u.InsuranceUserId).SingleAsync());

    /// <summary>追加する.</summary>
    public static Task<Result<WebUserId>> TryAddApplicantAsync(this TestPortal portal, Guid insuranceUserId, FieldValues? typed = null, Guid? key = null, string by = "test") =>
        portal.SendAsync(new AddApplicant.Command(key ?? Guid.CreateVersion7(), insuranceUserId, typed ?? Typed()), by);

    /// <summary>追加する, which must succeed.</summary>
    public static async Task<string> AddApplicantAsync(this TestPortal portal, Guid insuranceUserId, string mailAddress = "hanako@example.jp")
    {
        var added = await portal.TryAddApplicantAsync(insuranceUserId, Typed(mailAddress: mailAddress));
        added.Errors.ShouldBeEmpty();
        return added.Value.Value;
    }

    /// <summary>The token of the link mailed last to an address.</summary>
    public static async Task<string> MailedTokenAsync(this TestPortal portal, string mailAddress) =>
        (await portal.DeliverAsync()).Last(mail => mail.To == mailAddress && mail.Text.Contains("/p/", StringComparison.Ordinal)).Text.Split("/p/")[1][..22];

    /// <summary>Sets a password by a link.</summary>
    public static Task<Result<WebUserId>> ChooseByLinkAsync(this TestPortal portal, string token, string password = ServiceSteps.Password) =>
        portal.SendAsync(new ChoosePasswordByLink.Command(token, password, password), by: "visitor");

    /// <summary>An applicant with <see cref="ServiceSteps.Password"/>, logged in.</summary>
    public static async Task<(string Id, Guid Session)> EnterApplicantAsync(this TestPortal portal, Guid insuranceUserId, string mailAddress = "hanako@example.jp")
    {
        var id = await portal.AddApplicantAsync(insuranceUserId, mailAddress);
        (await portal.ChooseByLinkAsync(await portal.MailedTokenAsync(mailAddress))).Errors.ShouldBeEmpty();
        return (id, await portal.LogInAsync(id, ServiceSteps.Password));
    }
}
