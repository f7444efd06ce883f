using MediatR;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Pages.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>変更する: what is registered of an applicant.</summary>
public sealed class ChangeModel(IMediator mediator, OperatorProfile nexi) : ApplicantPage(mediator)
{
    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    /// <summary>Where what was typed differs from what somebody else has registered meanwhile.</summary>
    public IReadOnlyList<Difference> Differences { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = DetailsForm.Typed(ApplicantFields.All, Request.Form);
        return await AnswerAsync(await Mediator.Send(new CorrectApplicant.Command(Id, Version, User.InsuranceUserId(), typed), ct), "登録内容を変更しました。", "/Service/Users/Applicant", ct);
    }

    protected override IActionResult? Arrive()
    {
        var values = Request.HasFormContentType ? DetailsForm.Typed(ApplicantFields.All, Request.Form) : Shown.Values;
        Fields = new DetailsForm(ApplicationType.WebUser, values, Errors, nexi, ApplicantFields.All);
        if (Errors.Any(IsChangedMeanwhile)) Differences = Difference.Between(Shown.Values, values, ApplicantFields.All);
        return null;
    }

    protected override bool CanBeMended(Error error) => base.CanBeMended(error) || IsChangedMeanwhile(error);

    private static bool IsChangedMeanwhile(Error error) => error.Code == WebUserErrors.ChangedMeanwhile;
}
