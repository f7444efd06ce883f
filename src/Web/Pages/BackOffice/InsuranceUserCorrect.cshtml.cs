using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Pages.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>登録内容の訂正: a move, another name. The fields are those of step 2, filled in with what is registered.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class InsuranceUserCorrectModel(IMediator mediator, OperatorProfile nexi) : InsuranceUserPage(mediator)
{
    [BindProperty]
    public string? Reason { get; set; }

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    /// <summary>Where what was typed differs from what somebody else has registered meanwhile.</summary>
    public IReadOnlyList<(string Field, string Registered, string Typed)> Differences { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = DetailsForm.Typed(ApplicationFields.All, Request.Form);
        return await AnswerAsync(await Mediator.Send(new CorrectInsuranceUser.Command(Code, Version, typed, Reason ?? ""), ct), "登録内容を訂正しました。", ct);
    }

    protected override IActionResult? Arrive()
    {
        var values = Request.HasFormContentType ? DetailsForm.Typed(Shown.Correctable, Request.Form) : Shown.Values;
        Fields = new DetailsForm(Shown.Type, values, Errors, nexi, Shown.Correctable);
        if (Errors.Any(error => error.Code == InsuranceUserErrors.ChangedMeanwhile))
        {
            Differences = [.. Shown.Correctable.Where(field => values[field] != Shown.Values[field])
                .Select(field => (field.FullName, field.Display(Shown.Values[field]), field.Display(values[field])))];
        }
        return null;
    }

    protected override bool CanBeMended(Error error) =>
        error.Field is not null || error.Code is InsuranceUserErrors.ChangedMeanwhile or InsuranceUserErrors.NothingCorrected;
}
