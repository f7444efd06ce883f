using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>A page that does one thing to a case; where it cannot be done (any more) it leads to the case, which says why.</summary>
public abstract class CaseVerbPage(IMediator mediator, ApplicationVerb verb) : CasePage(mediator)
{
    /// <summary>Version of the case the page showed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>What it does: its heading and its button.</summary>
    public string Label => Verbs.Label(verb);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        if (!Case.Verbs.Contains(verb))
        {
            if (!IsRefused) Carry([WhyNot]);
            return ToCase();
        }
        TakeUpEntry();
        await CompareAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ApplicationNumber.Read(Number) is not { } number) return NotFound();
        var answer = await Mediator.Send(Command(number), ct);
        if (!answer.Succeeded) return await RefuseEntryAsync(answer.Errors, OnGetAsync, ct);
        Carry(Verbs.Done(verb));
        return ToCase();
    }

    /// <summary>The request, as filled in.</summary>
    protected abstract IRequest<Result> Command(ApplicationNumber number);

    private Error WhyNot => verb == ApplicationVerb.Approve && Case.NeedsSecondPerson
        ? new(RegistrationErrors.SecondPersonNeeded)
        : new(RegistrationErrors.NotInThisState) { Arguments = [Case.State] };
}
