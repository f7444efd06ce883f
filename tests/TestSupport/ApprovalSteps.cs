using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>The staff's way from a submitted application to registered users and their letters.</summary>
public static class ApprovalSteps
{
    private static readonly Actor Clerk = new("staff:clerk");
    private static readonly Actor Approver = new("staff:approver");

    /// <summary>What is registered of an insurance user of old.</summary>
    public static readonly RegisteredDetails OldDetails = new()
    {
        Category = "company",
        CompanyName = "株式会社旧来物産",
        CompanyNameKana = "カブシキガイシャキュウライブッサン",
        PostalCode = "540-0001",
        Address = "大阪府大阪市中央区城見１－１－１",
        Telephone = "06-1234-5678",
        RepresentativeTitle = "代表取締役",
        RepresentativeName = "旧来　次郎",
    };

    /// <summary>⑤–⑫ and the paper: an application that waits for approval.</summary>
    public static async Task<Guid> AwaitApprovalAsync(
        this TestPortal portal, ApplicationType type = ApplicationType.HeadOffice, params (ApplicationField Field, string Value)[] but)
    {
        // An address of its own for each: a mailbox gets only so many links an hour.
        var linkId = await portal.EnterAsync($"{Guid.NewGuid():N}@sample.com");
        var version = await portal.FillAndConfirmAsync(linkId, type, but);
        var number = (await portal.SubmitAsync(linkId, version)).Value;
        return await portal.AskAsync<IRegistrationDb, Guid>(async db =>
        {
            var now = portal.Clock.Now();
            var application = await db.Applications.SingleAsync(a => a.Number == number);
            application.RegisterReceipt(JapanTime.DateAt(now), 1, [], Clerk, now).Succeeded.ShouldBeTrue();
            application.RequestApproval([.. ReviewChecks.For(type).Select(check => check.Key)], false, "", Clerk, now).Succeeded.ShouldBeTrue();
            (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
            return application.Id;
        });
    }

    /// <summary>承認する, tried again where another writer was faster, as the pipeline does.</summary>
    public static async Task<Result> ApproveAsync(this TestPortal portal, Guid applicationId)
    {
        for (var tries = 10; ; tries--)
        {
            try
            {
                return await portal.AskAsync<IRegistrationDb, Result>(async db =>
                {
                    var application = await db.Applications.SingleAsync(a => a.Id == applicationId);
                    var approved = application.Approve(Approver, portal.Clock.Now());
                    return approved.Succeeded ? await db.SaveAsync(CancellationToken.None) : approved;
                });
            }
            catch (ConcurrencyConflictException) when (tries > 0)
            {
                // The other writer's work is seen at the next try.
            }
        }
    }

    /// <summary>A head office registered by an application, with its administrator.</summary>
    public static async Task<InsuranceUser> RegisterHeadOfficeAsync(this TestPortal portal, params (ApplicationField Field, string Value)[] but)
    {
        var applicationId = await portal.AwaitApprovalAsync(ApplicationType.HeadOffice, but);
        (await portal.ApproveAsync(applicationId)).Succeeded.ShouldBeTrue();
        var id = await portal.AskAsync<IWebUsersDb, Guid>(db =>
            db.WebUsers.Where(u => db.Notices.Any(n => n.AdministratorId == u.Id && n.ApplicationId == applicationId)).Select(u => u.InsuranceUserId).SingleAsync());
        return await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync(u => u.Id == id));
    }

    /// <summary>An insurance user of the time before the Web service: at 大阪市中央区, without a Web user.</summary>
    public static Task<InsuranceUser> ImportAsync(this TestPortal portal, string code, string? headOffice = null, bool suspended = false, RegisteredDetails? details = null) =>
        portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(async db =>
        {
            var imported = InsuranceUser.Import(
                InsuranceUserCode.Read(code)!, InsuranceUserCode.Read(headOffice), details ?? OldDetails with { BranchName = headOffice is null ? "" : "旧支店" }, suspended, Clerk, portal.Clock.Now());
            db.InsuranceUsers.Add(imported);
            (await db.SaveAsync(CancellationToken.None)).Succeeded.ShouldBeTrue();
            return imported;
        });

    /// <summary>The administrator of an insurance user.</summary>
    public static Task<WebUser> AdministratorAsync(this TestPortal portal, Guid insuranceUserId) =>
        portal.AskAsync<IWebUsersDb, WebUser>(db => db.WebUsers.SingleAsync(u => u.InsuranceUserId == insuranceUserId && u.Role == WebUserRole.Administrator && u.State != WebUserState.Ended));

    /// <summary>The letters of a Web user, in order.</summary>
    public static Task<List<RegistrationNotice>> NoticesAsync(this TestPortal portal, WebUser administrator) =>
        portal.AskAsync<IWebUsersDb, List<RegistrationNotice>>(db => db.Notices.Where(n => n.AdministratorId == administrator.Id).OrderBy(n => n.Issue).ToListAsync());

    /// <summary>Prints the letter that a case waits for, and confirms it.</summary>
    public static async Task<Result> PrintNoticeAsync(this TestPortal portal, Guid applicationId)
    {
        var number = await portal.AskAsync<IWebUsersDb, NoticeNumber>(async db =>
        {
            var notice = await db.Notices.SingleAsync(n => n.ApplicationId == applicationId && n.State == NoticeState.ToPrint);
            return notice.NumberFor(await db.WebUsers.SingleAsync(u => u.Id == notice.AdministratorId));
        });
        (await portal.SendAsync(new PrintNotices.Command([$"{number}"]), Clerk.Name)).Errors.ShouldBeEmpty();
        return await portal.SendAsync(new ConfirmPrinted.Command([$"{number.Next}"]), Clerk.Name);
    }
}
