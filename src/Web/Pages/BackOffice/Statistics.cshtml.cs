using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>統計: applications by week and kind, lead times, reasons for correction, and where people stopped; each as a chart with its numbers.</summary>
[ForStaff]
public sealed class StatisticsModel(IMediator mediator, RegistrationPolicy policy) : StaffPage(mediator)
{
    /// <summary>The periods offered, in weeks.</summary>
    public static readonly IReadOnlyList<(int Weeks, string Label)> Periods = [(13, "3か月"), (26, "6か月"), (ViewStatistics.MostWeeks, "1年")];

    [BindProperty(SupportsGet = true)]
    public int Weeks { get; set; } = 13;

    public ViewStatistics.View View { get; private set; } = null!;

    /// <summary>Business days within which a letter is to go out.</summary>
    public int DispatchDays => policy.DispatchBusinessDays;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Periods.Any(period => period.Weeks == Weeks)) Weeks = Periods[0].Weeks;
        View = (await Mediator.Send(new ViewStatistics.Query(Weeks), ct)).Value;
    }

    /// <summary>How many letters went out after so many business days, from none on without a gap.</summary>
    public IEnumerable<(int Days, int Count)> Distribution()
    {
        var counts = View.LeadTimes.Days.CountBy(days => days).ToDictionary();
        return Enumerable.Range(0, Math.Max(DispatchDays, View.LeadTimes.Days.DefaultIfEmpty().Max()) + 1).Select(days => (days, counts.GetValueOrDefault(days)));
    }
}
