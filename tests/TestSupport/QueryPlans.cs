using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace NexiPortal.TestSupport;

/// <summary>How an SQLite database finds what it is asked for: by an index, or by reading a table from end to end.</summary>
public static partial class QueryPlans
{
    private static readonly ConcurrentDictionary<(string DataSource, string Text), string[]> Asked = new();
    private static readonly Lazy<Task> Listening = new(() => DatabaseCommands.ListenAsync(command =>
        Asked.TryAdd((command.Connection!.DataSource, command.CommandText), [.. command.Parameters.Cast<DbParameter>().Select(parameter => parameter.ParameterName)])));

    /// <summary>Begins to write down what databases are asked.</summary>
    public static Task ListenAsync() => Listening.Value;

    /// <summary>What a database was asked since that it can only answer by reading the whole of a table: the table and the question.</summary>
    public static async Task<IReadOnlyList<(string Table, string Question)>> ScansAsync(string databaseFile)
    {
        await using var connection = new SqliteConnection($"Data Source={databaseFile};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        List<(string, string)> scans = [];
        var asked = Asked.Where(asked => Path.GetFullPath(asked.Key.DataSource) == databaseFile).OrderBy(asked => asked.Key.Text, StringComparer.Ordinal).ToList();
        if (asked.Count == 0) throw new InvalidOperationException("Nothing was heard of what the database was asked.");
        foreach (var ((_, text), parameters) in asked)
        {
            foreach (var question in Commands().Split(text).Where(part => Questions().IsMatch(part)))
            {
                await using var explain = connection.CreateCommand();
                explain.CommandText = "EXPLAIN QUERY PLAN " + question;
                foreach (var parameter in parameters) explain.Parameters.AddWithValue(parameter, DBNull.Value);
                await using var plan = await explain.ExecuteReaderAsync();
                while (await plan.ReadAsync())
                {
                    if (Scan().Match(plan.GetString(3)) is not { Success: true } scan || TableOf(scan.Groups[1].Value, question) is not { } table) continue;
                    // In the order of an index, and only as far as the page goes.
                    if (scan.Groups[2].Success && question.Contains("LIMIT", StringComparison.Ordinal)) continue;
                    scans.Add((table, question));
                }
            }
        }
        return scans;
    }

    // What is no table is a part of the question, which was found some other way; and where nothing can be meant, nothing is read.
    private static string? TableOf(string name, string question) =>
        Unions().Split(question).Select(part => Regex.Match(part, $@"""(\w+)"" AS ""{Regex.Escape(name)}""(?!\s+WHERE 0\b)(?!.*\nWHERE 0\b)", RegexOptions.Singleline))
            .FirstOrDefault(named => named.Success)?.Groups[1].Value;

    [GeneratedRegex(@";\s*(?:\n|$)")]
    private static partial Regex Commands();

    [GeneratedRegex(@"^\s*(?:SELECT|WITH|UPDATE|DELETE)\b")]
    private static partial Regex Questions();

    [GeneratedRegex(@"^UNION(?: ALL)?\s", RegexOptions.Multiline)]
    private static partial Regex Unions();

    [GeneratedRegex(@"^SCAN (\S+)( USING .*)?$")]
    private static partial Regex Scan();
}
