using MediatR;
using Microsoft.AspNetCore.Authorization;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>The one-time password of a member of staff, after the password.</summary>
[AllowAnonymous]
public sealed class CodeModel(IMediator mediator, IRequestOrigin origin) : CodePage(mediator, HalfwayCookie.StaffSignIn)
{
    public override string LogInPage => StaffCookie.SignInPage;

    public override string Otherwise => "管理の権限を持つ職員に、ワンタイムパスワードの解除を依頼してください。";

    protected override string Start => StaffCookie.Start;

    protected override bool IsLoggedIn => User.IsStaff();

    protected override Task<Result<CodeOutcome>> EnterAsync(CancellationToken ct) =>
        Mediator.Send(new EnterStaffOneTimePassword.Command(Waiting, Code ?? "", origin.Digest), ct);

    protected override Task BeginAsync(Guid sessionId) => HttpContext.SignInStaffAsync(Mediator, sessionId);
}
