using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>A page about one case. What was entered on it is kept over a refusal.</summary>
public abstract class CasePage(IMediator mediator) : StaffPage(mediator)
{
    private const string EntryKey = "entry";

    // As many characters fit into a cookie in any script.
    private const int MostCarried = 2000;

    private static readonly (StaffRoles Role, Performer Performer)[] Acting = [(StaffRoles.Clerk, Performer.Clerk), (StaffRoles.Approver, Performer.Approver)];

    private Dictionary<string, string[]> _entry = [];

    /// <summary>受付番号 in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>The case.</summary>
    public ViewCase.View Case { get; private set; } = null!;

    /// <summary>What is registered under the code it names, beside what was typed.</summary>
    public CompareWithRegistered.Comparison Comparison { get; private set; } = new([], null);

    /// <summary>Registered insurance users that may be the applicant already.</summary>
    public IReadOnlyList<AlikeUser> AlikeUsers { get; private set; } = [];

    /// <summary>Whether whoever looks does something to cases, and not only reads.</summary>
    public bool Acts => Performers.Count > 0;

    private List<Performer> Performers => [.. Acting.Where(acting => User.StaffRoles().HasFlag(acting.Role)).Select(acting => acting.Performer)];

    /// <summary>What was entered into a field; something else when nothing was yet.</summary>
    public string Entered(string field, string otherwise = "") => _entry.TryGetValue(field, out var values) ? values[0] : otherwise;

    /// <summary>A field of the page, with what was entered and what is wrong with it.</summary>
    public CaseField Field(string name, string label, string otherwise = "") => new(name, label, Entered(name, otherwise), ErrorAt(name));

    /// <summary>Boxes of the page, with those ticked and what is wrong with them.</summary>
    public CaseChoices Choices(string name, string label, IEnumerable<(string Value, string Label)> choices)
    {
        var ticked = _entry.GetValueOrDefault(name, []);
        return new(name, label, [.. choices.Select(choice => new CaseChoice(choice.Value, choice.Label, ticked.Contains(choice.Value)))], ErrorAt(name));
    }

    /// <summary>Loads the case; false when there is none.</summary>
    protected async Task<bool> FindAsync(CancellationToken ct)
    {
        if (ApplicationNumber.Read(Number) is not { } number) return false;
        var found = await Mediator.Send(new ViewCase.Query(number, Performers), ct);
        if (found.Succeeded) Case = found.Value;
        return found.Succeeded;
    }

    /// <summary>Asks the register about a case that is still to be decided.</summary>
    protected async Task CompareAsync(CancellationToken ct)
    {
        if (!Case.IsUndecided) return;
        Comparison = (await Mediator.Send(new CompareWithRegistered.Query(Case.Id), ct)).Value;
        AlikeUsers = (await Mediator.Send(new FindAlikeUsers.Query(Case.Id), ct)).Value.Users;
    }

    /// <summary>Takes up what was carried here, and what was entered before.</summary>
    protected void TakeUpEntry()
    {
        TakeUp();
        if (Request.HasFormContentType) _entry = Posted;
        else if (TempData[EntryKey] is string carried) _entry = JsonSerializer.Deserialize<Dictionary<string, string[]>>(carried)!;
    }

    /// <summary>After a refused command: the page again with what was entered and why; what is too long for a cookie is shown without a redirect.</summary>
    protected async Task<IActionResult> RefuseEntryAsync(IReadOnlyList<Error> errors, Func<CancellationToken, Task<IActionResult>> show, CancellationToken ct)
    {
        if (errors[0].Code == RegistrationErrors.CaseUnknown) return NotFound();
        Carry([.. errors.Select(AtItsField)]);
        var posted = Posted;
        if (posted.Sum(field => field.Value.Sum(value => value.Length)) > MostCarried) return await show(ct);
        TempData[EntryKey] = JsonSerializer.Serialize(posted);
        return RedirectToPage();
    }

    /// <summary>To the case.</summary>
    protected RedirectToPageResult ToCase() => RedirectToPage("/BackOffice/Cases/Case", new { Number });

    // The core names a parameter, a command its property: on the page both are the field of that name.
    private static Error AtItsField(Error error) => error.Field is { Length: > 0 } field ? error with { Field = char.ToUpperInvariant(field[0]) + field[1..] } : error;

    private Dictionary<string, string[]> Posted =>
        Request.Form.Where(entered => !entered.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(entered => entered.Key, entered => entered.Value.Select(value => value ?? "").ToArray());
}
