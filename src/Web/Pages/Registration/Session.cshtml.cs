using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>
/// Asked by the pages' script for the seconds the session still lasts; asked so that it goes on (操作を続ける), its idle time begins anew.
/// Ended, it leads to the page that says why, like every step.
/// </summary>
public sealed class SessionModel(IMediator mediator) : RegistrantPage(mediator)
{
    public IActionResult OnGet() => Content($"{(int)HttpContext.SessionLeft().TotalSeconds}");
}
