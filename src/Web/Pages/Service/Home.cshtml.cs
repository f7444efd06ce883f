using MediatR;
using NexiPortal.Application.WebUsers;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>⑰: where a Web user begins: who is logged in, for which insurance user, when that was before, and for administrators where its cases stand.</summary>
[ForWebUsers]
public sealed class HomeModel(IMediator mediator) : ServicePage(mediator)
{
    public ShowServiceHome.View View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        View = (await Mediator.Send(new ShowServiceHome.Query(Me), ct)).Value;
    }
}
