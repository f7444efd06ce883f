using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>A page on which a supervisor enters a member's name and roles; what was entered is kept over a refusal.</summary>
public abstract class StaffFieldsPage(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public StaffRoles[] Roles { get; set; } = [];

    /// <summary>The roles ticked.</summary>
    protected StaffRoles Chosen => Roles.Aggregate(StaffRoles.None, (roles, role) => roles | role);

    /// <summary>The fields, as entered or else as they are.</summary>
    public StaffFields Fields(string name, StaffRoles roles) =>
        new(TempData[nameof(Name)] as string ?? name, TempData[nameof(Roles)] is int entered ? (StaffRoles)entered : roles, ErrorAt(nameof(Name)), ErrorAt(nameof(Roles)));

    /// <summary>After a refusal: the page again, with what was entered.</summary>
    protected IActionResult RefuseEntry(IReadOnlyList<Error> errors)
    {
        (TempData[nameof(Name)], TempData[nameof(Roles)]) = (Name, (int)Chosen);
        return Refuse(errors);
    }
}
