using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>A page of a member of staff signed in.</summary>
public abstract class StaffPage(IMediator mediator) : PortalPage
{
    /// <summary>The use cases.</summary>
    protected IMediator Mediator => mediator;

    /// <summary>The member signed in.</summary>
    protected Guid MemberId => User.MemberId();

    /// <summary>After a refused command: the same page again, which says why; missing when there is nothing to be shown.</summary>
    protected IActionResult Refuse(IReadOnlyList<Error> errors)
    {
        if (errors[0].Code == StaffErrors.Unknown) return NotFound();
        Carry(errors);
        return RedirectToPage();
    }
}
