using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>ユーザー管理: the applicants of the administrator's insurance user.</summary>
[ForWebUsers(WebUserRole.Administrator)]
public sealed class ListModel(IMediator mediator) : ServicePage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public ListApplicants.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        View = (await Mediator.Send(new ListApplicants.Query(User.InsuranceUserId(), Search ?? ""), ct)).Value;
    }
}
