using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.RateLimiting;
using NexiPortal.Application.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>ワンタイムパスワードの設定 of a member of staff: at will, or before anything else where staff are to have one.</summary>
[Authorize(AuthenticationSchemes = StaffCookie.Scheme), EnableRateLimiting(HashingTraffic.Policy)]
public sealed class OneTimePasswordModel(IMediator mediator, IRequestOrigin origin) : OneTimePasswordPage(mediator, origin)
{
    public override (string Label, string Id) Owner => ("職員ID", User.StaffId());

    public override string Home => StaffCookie.Home;

    public override bool MayDoWithout => !User.MustSetUpOneTimePassword();

    protected override Guid Me => User.MemberId();

    // The initial password comes first.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (User.MustChangePassword()) context.Result = Redirect(StaffCookie.PasswordPage);
    }
}
