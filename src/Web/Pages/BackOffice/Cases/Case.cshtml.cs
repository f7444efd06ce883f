using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>A case: what was entered, where it stands, what was done, and what whoever looks may do now.</summary>
[ForStaff]
public sealed class CaseModel(IMediator mediator) : CasePage(mediator)
{
    private static readonly Dictionary<ApplicationVerb, string> Pages = new()
    {
        [ApplicationVerb.RegisterReceipt] = "receipt",
        [ApplicationVerb.RequestApproval] = "approval-request",
        [ApplicationVerb.Approve] = "approval",
        [ApplicationVerb.RegisterDispatch] = "dispatch",
        [ApplicationVerb.Revive] = "revive",
        [ApplicationVerb.RequestCorrection] = "correction",
        [ApplicationVerb.Reopen] = "reopen",
        [ApplicationVerb.SendBack] = "send-back",
        [ApplicationVerb.RegisterReturn] = "return",
        [ApplicationVerb.Decline] = "decline",
    };

    // What brings a case on stands out.
    private static readonly ApplicationVerb[] Onwards = [ApplicationVerb.RegisterReceipt, ApplicationVerb.RequestApproval, ApplicationVerb.Approve, ApplicationVerb.RegisterDispatch, ApplicationVerb.Revive];

    /// <summary>Revision of the form whose QR code was scanned.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Scanned { get; set; }

    public IReadOnlyList<LoggedMail> Mails { get; private set; } = [];

    /// <summary>What may be done: each verb with where it is done, those that bring the case on first.</summary>
    public IEnumerable<(ApplicationVerb Verb, string Address, bool IsOnwards)> Steps =>
        Pages.Where(page => Case.Verbs.Contains(page.Key)).Select(page => (page.Key, AddressOf(page.Key), Onwards.Contains(page.Key)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        TakeUpEntry();
        await CompareAsync(ct);
        Mails = (await Mediator.Send(new CaseMails.Query(Case.Number), ct)).Value.Mails;
        return Page();
    }

    private string AddressOf(ApplicationVerb verb) =>
        $"{StaffCookie.Start}/{Case.Number}/{Pages[verb]}{(verb == ApplicationVerb.RegisterReceipt && Scanned is { } revision ? $"?revision={revision}" : "")}";
}
