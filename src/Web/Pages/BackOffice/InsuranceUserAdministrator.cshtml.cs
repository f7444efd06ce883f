using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Pages.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>管理者の変更: the fields of step 2 about the administrator, for the person who takes the place.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class InsuranceUserAdministratorModel(IMediator mediator, OperatorProfile nexi) : InsuranceUserPage(mediator)
{
    /// <summary>WebユーザーID of the administrator the page showed: whoever came meanwhile is not replaced unseen.</summary>
    [BindProperty]
    public string? Leaving { get; set; }

    public WebUserOf Administrator => Shown.Administrator!;

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await Mediator.Send(new ChangeAdministrator.Command(Leaving ?? "", DetailsForm.Typed(ChangeAdministrator.Fields, Request.Form)), ct);
        return await AnswerAsync(answer, answer.Succeeded ? $"管理者を変更しました。新しいWebユーザーIDは {answer.Value} です。登録完了通知書を印刷してください。" : "", ct);
    }

    protected override IActionResult? Arrive()
    {
        if (Shown.Administrator is null || Shown.IsSuspended) return ToInsuranceUser();
        Leaving ??= Administrator.UserId.Value;
        var values = Request.HasFormContentType ? DetailsForm.Typed(ChangeAdministrator.Fields, Request.Form) : ApplicationFields.Defaults(ApplicationType.WebUser);
        Fields = new DetailsForm(ApplicationType.WebUser, values, Errors, nexi, ChangeAdministrator.Fields);
        return null;
    }
}
