using MediatR;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service;

/// <summary>ワンタイムパスワードの設定 of a Web user; after ⑯ for those who wished one, later at will.</summary>
[ForWebUsers, EnableRateLimiting(HashingTraffic.Policy)]
public sealed class OneTimePasswordModel(IMediator mediator, IRequestOrigin origin) : OneTimePasswordPage(mediator, origin)
{
    public override (string Label, string Id) Owner => ("WebユーザーID", User.WebUserId());

    public override string Home => WebUserCookie.Home;

    protected override Guid Me => User.WebUserKey();
}
