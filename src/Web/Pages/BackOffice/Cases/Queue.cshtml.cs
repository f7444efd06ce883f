using MediatR;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;
using static NexiPortal.Application.Registration.WorkQueue;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>申込一覧: the work queue, where staff begin. What is listed stands in the address, for Back and for bookmarks.</summary>
[ForStaff]
public sealed class QueueModel(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public ApplicationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public ApplicationType? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Order By { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Desc { get; set; }

    // "page" is the framework's own.
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>What is asked for.</summary>
    public Query Asked => new(State, Type, (Search ?? "").Trim(), By, Desc, Math.Clamp(PageNumber, 1, LastPage));

    public View Queue { get; private set; } = null!;

    /// <summary>Whether only some of the cases are asked for, whatever their state.</summary>
    public bool IsNarrowed => Asked.Search.Length > 0 || Type is not null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        Queue = (await Mediator.Send(Asked, ct)).Value;
    }

    /// <summary>Where a question is asked; what it leaves at its default is left out.</summary>
    public static string Address(Query asked)
    {
        var query = new QueryBuilder();
        if (asked.State is { } state) query.Add("state", $"{state}");
        if (asked.Type is { } type) query.Add("type", $"{type}");
        if (asked.Search.Length > 0) query.Add("search", asked.Search);
        if (asked.By != Order.Due) query.Add("by", $"{asked.By}");
        if (asked.IsDescending) query.Add("desc", "true");
        if (asked.Page > 1) query.Add("p", $"{asked.Page}");
        return StaffCookie.Start + query.ToQueryString();
    }

    /// <summary>Where the list is sorted by a column, the other way round if it is already.</summary>
    public string AddressBy(Order by) => Address(Asked with { By = by, IsDescending = By == by && !Desc, Page = 1 });

    /// <summary>How a column is sorted, for who does not see the arrow; null when it is not.</summary>
    public string? SortOf(Order by) => By != by ? null : Desc ? "descending" : "ascending";
}
