using MediatR;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>保険利用者の登録内容: all staff may look, and each look is noted; the pages behind the buttons are the clerks'.</summary>
[ForStaff]
public sealed class InsuranceUserModel(IMediator mediator) : InsuranceUserPage(mediator)
{
}
