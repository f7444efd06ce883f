using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>保険利用者: staff look insurance users up. What was looked for, and which page of it, stands in the address.</summary>
[ForStaff]
public sealed class InsuranceUserListModel(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public int PageNumber { get; set; }

    public IReadOnlyList<SearchInsuranceUsers.Found> Users { get; private set; } = [];

    public bool HasMore { get; private set; }

    public bool FoundTooMany { get; private set; }

    public int First => (PageNumber - 1) * SearchInsuranceUsers.PageSize + 1;

    public bool MayExport => User.StaffRoles().HasFlag(StaffRoles.Supervisor);

    public async Task OnGetAsync(CancellationToken ct)
    {
        PageNumber = Math.Max(PageNumber, 1);
        var answer = (await Mediator.Send(new SearchInsuranceUsers.Query(Search ?? "", PageNumber), ct)).Value;
        (Users, HasMore, FoundTooMany) = (answer.Users, answer.HasMore, answer.FoundTooMany);
    }
}
