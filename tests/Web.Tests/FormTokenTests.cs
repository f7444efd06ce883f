using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Data.Sqlite;
using NexiPortal.Application.Audit;
using Page = NexiPortal.TestSupport.Page;

namespace NexiPortal.Web.Tests;

/// <summary>Every address refuses every unsafe method without an antiforgery token, whoever asks, and whatever the form would have done.</summary>
public sealed class FormTokenTests(LivelyPortal lively) : IClassFixture<LivelyPortal>
{
    private const string Told = "送信を受け付けられませんでした";
    private const string ErrorPage = "/error/";

    public static TheoryData<string> Visitors => LivelyPortal.Visitors;

    [Theory, MemberData(nameof(Visitors))]
    [Trait("Requirement", "S33")]
    public async Task EveryHandler_WithoutAToken_RefusesEveryUnsafeMethod_AndChangesNothing(string visitor)
    {
        using var client = await lively.EnterAsync(visitor);
        var before = await EverythingAsync();
        var named = 0;

        // The error page answers whatever failed, by whatever method, and does nothing.
        foreach (var (endpoint, address) in lively.Addresses.Where(found => !found.Address.StartsWith(ErrorPage, StringComparison.Ordinal)))
        {
            var handlers = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()?.HandlerMethods.Where(handler => handler is { HttpMethod: not "Get", Name: not null }).ToList() ?? [];
            named += handlers.Count;
            foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" }) await ShouldBeRefusedAsync(method, address);
            foreach (var handler in handlers) await ShouldBeRefusedAsync(handler.HttpMethod.ToUpperInvariant(), $"{address}?handler={handler.Name}");

            async Task ShouldBeRefusedAsync(string method, string to)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), to) { Content = new FormUrlEncodedContent([new("type", "Branch"), new("save", "true")]) };
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var told = $"{method} {to} answered {(int)answer.StatusCode} {answer.Headers.Location}";
                if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is null || !LivelyPortal.IsFor(endpoint, visitor)) ShouldLeadNowhere(answer, told);
                else if (answer.Headers.Location is { } elsewhere) (await Page.GetAsync(client, $"{elsewhere}")).Text.ShouldContain(Told, customMessage: told);
                else if (answer.StatusCode != HttpStatusCode.BadRequest) (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Told, customMessage: told);
            }
        }

        named.ShouldBeGreaterThan(10);
        (await EverythingAsync()).ShouldBe(before);
    }

    private static void ShouldLeadNowhere(HttpResponseMessage answer, string told)
    {
        if (answer.Headers.Location is { } elsewhere) new[] { "/registration/session-ended", "/backoffice/login", "/login" }.ShouldContain(start => elsewhere.OriginalString.Split('?')[0] == start, told);
        else ((int)answer.StatusCode).ShouldBeInRange(400, 499, told);
    }

    // Every row of every table, but what is written down of a refusal or a look.
    private async Task<List<string>> EverythingAsync()
    {
        string[] looks = [.. typeof(Looks).GetFields().Select(look => (string)look.GetRawConstantValue()!)];
        await using var db = new SqliteConnection($"Data Source={Path.Combine(lively.Portal.DataDirectory, "nexiportal.db")};Mode=ReadOnly");
        await db.OpenAsync();
        List<string> rows = [];
        foreach (var table in await ReadAsync("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"))
            rows.AddRange((await ReadAsync($"SELECT * FROM \"{table}\"")).Where(row => !row.Contains("|AccessRefused", StringComparison.Ordinal) && !looks.Any(look => row.Contains($"|{look}|", StringComparison.Ordinal))).Order(StringComparer.Ordinal).Select(row => $"{table}: {row}"));
        return rows;

        async Task<List<string>> ReadAsync(string sql)
        {
            await using var command = db.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            List<string> read = [];
            while (await reader.ReadAsync()) read.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
            return read;
        }
    }
}
