using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>A page of a Web user logged in.</summary>
public abstract class ServicePage(IMediator mediator) : PortalPage
{
    /// <summary>The use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>The Web user logged in.</summary>
    protected Guid Me => User.WebUserKey();

    /// <summary>After a refused command: what can be mended, told in the answer itself, with everything that was typed: that may be too much for a cookie.</summary>
    protected IActionResult Tell(IReadOnlyList<Error> errors, Action show)
    {
        Errors = errors;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        show();
        return Page();
    }

    /// <summary>After a refused command: the same page again, which says why.</summary>
    protected IActionResult Refuse(IReadOnlyList<Error> errors)
    {
        Carry(errors);
        return RedirectToPage();
    }
}
