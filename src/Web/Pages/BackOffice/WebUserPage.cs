using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>A page that asks before something is done to one Web user of an insurance user. Where the ID does not stand in a state for it, there is nothing to ask.</summary>
public abstract class WebUserPage(IMediator mediator, WebUserState state) : InsuranceUserPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public WebUserOf WebUser { get; private set; } = null!;

    protected override IActionResult? Arrive()
    {
        if (Shown.WebUsers.FirstOrDefault(user => user.UserId.Value == Id) is not { } found) return NotFound();
        WebUser = found;
        return found.State == state ? null : ToInsuranceUser();
    }
}
