using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>Every question staff ask of the work queue.</summary>
internal static class StaffQuestions
{
    /// <summary>The questions, each with a name; asked, each gives back how many cases it shows.</summary>
    /// <param name="portal">Where they are asked.</param>
    /// <param name="cases">How many cases there are.</param>
    public static async Task<IReadOnlyList<(string Name, Func<Task<int>> Ask)>> OfAsync(TestPortal portal, int cases)
    {
        var one = await portal.AskAsync<IRegistrationDb, RegistrationApplication>(db =>
            db.Applications.AsNoTracking().Where(a => a.State == ApplicationState.Completed).OrderBy(a => a.Number).Skip(40).FirstAsync());
        return
        [
            Queue("all", new()),
            Queue("all by number", new(By: WorkQueue.Order.Number, IsDescending: true)),
            Queue("all by kind", new(By: WorkQueue.Order.Type, IsDescending: true)),
            Queue("awaiting paper", new(ApplicationState.AwaitingPaper)),
            Queue("in review", new(ApplicationState.InReview)),
            Queue("expired", new(ApplicationState.Expired)),
            Queue("expired by number", new(ApplicationState.Expired, By: WorkQueue.Order.Number)),
            Queue("completed by number", new(ApplicationState.Completed, By: WorkQueue.Order.Number, IsDescending: true)),
            Queue("completed, Web users", new(ApplicationState.Completed, ApplicationType.WebUser)),
            Queue("completed, last page", new(ApplicationState.Completed, Page: Math.Min(WorkQueue.LastPage, cases / 100))), // A page that is full.
            Queue("search number", new(Search: one.Number.Value)),
            Queue("search kana", new(Search: "にほんぼうえき")),
            Queue("search name", new(Search: "㈱高木精機")),
            Queue("search one kana", new(Search: "ニ")),
            Queue("search telephone", new(Search: one.Details[ApplicationFields.Telephone])),
            Queue("search mail", new(Search: one.Address.Value)),
            Queue("search nothing", new(Search: "存在しない")),
            ("case", async () => (await portal.SendAsync(new ViewCase.Query(one.Number, [Performer.Clerk]))).Succeeded ? 1 : 0),
            ("scan", async () => (await portal.SendAsync(new FindByScan.Query(one.FormCode))).Succeeded ? 1 : 0),
        ];

        (string, Func<Task<int>>) Queue(string name, WorkQueue.Query query) => (name, async () => (await portal.SendAsync(query)).Value.Rows.Count);
    }
}
