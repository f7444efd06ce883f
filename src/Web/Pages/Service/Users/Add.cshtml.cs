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

/// <summary>追加する: a new applicant.</summary>
[ForWebUsers(WebUserRole.Administrator)]
public sealed class AddModel(IMediator mediator, OperatorProfile nexi, WebUserPolicy policy) : ServicePage(mediator)
{
    /// <summary>Names the form, so that it adds once however often it is sent.</summary>
    [BindProperty]
    public Guid Form { get; set; } = Guid.CreateVersion7();

    public WebUserPolicy Policy => policy;

    public IHtmlContent Fields { get; private set; } = HtmlString.Empty;

    private FieldValues Typed => Request.HasFormContentType ? DetailsForm.Typed(ApplicantFields.All, Request.Form) : FieldValues.From([]);

    public void OnGet() => Fields = new DetailsForm(ApplicationType.WebUser, Typed, Errors, nexi, ApplicantFields.All);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await Mediator.Send(new AddApplicant.Command(Form, User.InsuranceUserId(), Typed), ct);
        if (!added.Succeeded) return Tell(added.Errors, OnGet);
        Carry($"WebユーザーID {added.Value} を登録し、ご本人にメールをお送りしました。");
        return RedirectToPage("/Service/Users/List");
    }
}
