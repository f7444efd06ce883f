using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>申込書の到着を登録する: the envelope lies on the clerk's desk. The revision is known already where the form's QR code was scanned.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class ReceiptModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.RegisterReceipt)
{
    [BindProperty]
    public DateOnly? ArrivedOn { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Revision { get; set; }

    [BindProperty]
    public List<string> Papers { get; set; } = [];

    protected override IRequest<Result> Command(ApplicationNumber number) =>
        new RegisterPaperReceipt.Command(number, Version, ArrivedOn, int.TryParse(Tidying.DigitGroups(Revision ?? ""), out var revision) ? revision : null, Papers);
}
