using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>Asks before something is done to an applicant; see <see cref="ApplicantVerb"/>.</summary>
public sealed class VerbModel(IMediator mediator) : ApplicantPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public string Verb { get; set; } = "";

    public ApplicantVerb Asked { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        ApplicantVerb.All.FirstOrDefault(verb => verb.Key == Verb) is { } asked
            ? await AnswerAsync(await Mediator.Send(asked.Request(Id, Version, User.InsuranceUserId()), ct), asked.Done, asked.Next, ct)
            : NotFound();

    protected override IActionResult? Arrive()
    {
        if (ApplicantVerb.All.FirstOrDefault(verb => verb.Key == Verb) is not { } asked) return NotFound();
        Asked = asked;
        // As the applicant stands now there is nothing to ask.
        return asked.IsOffered(Shown) ? null : RedirectToPage("/Service/Users/Applicant", new { Id });
    }
}
