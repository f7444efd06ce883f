using Microsoft.Data.Sqlite;

namespace NexiPortal.TestSupport;

/// <summary>A great many rows of an SQLite table at once, made by one statement after the likeness of one that the use cases wrote.</summary>
public static class ManyRows
{
    /// <summary>SQL of an identity for the row <c>i</c>: in the order of <c>i</c>, as those that the portal gives are in the order of time.</summary>
    public const string IdOfRow = "printf('01900000-0000-7000-8000-%012X', i)";

    /// <summary>Opens a portal's file as the portal does: write-ahead log, each commit forced to disk, what is deleted overwritten.</summary>
    public static SqliteConnection OpenFile(this TestPortal portal)
    {
        var file = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=False");
        file.Open();
        file.Do("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;");
        return file;
    }

    /// <summary>Runs statements.</summary>
    public static void Do(this SqliteConnection file, string sql, params (string Name, object Value)[] values)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    /// <summary>The rows that a query yields: a value by the name of each column.</summary>
    public static List<Dictionary<string, object>> Read(this SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<Dictionary<string, object>>();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        return rows;
    }

    /// <summary>Copies the first row of a table.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">SQL of the numbers <c>i</c> of the copies, such as <see cref="Numbers"/>.</param>
    /// <param name="but">Columns of a copy that differ, each with its SQL over <c>i</c>.</param>
    public static void Copy(this SqliteConnection file, string table, string rows, params (string Column, string Sql)[] but)
    {
        var columns = file.Read($"SELECT name FROM pragma_table_info('{table}')").ConvertAll(row => (string)row["name"]);
        var values = columns.Select(column => but.FirstOrDefault(one => one.Column == column).Sql ?? $"\"{column}\"");
        file.Do($"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM ({rows}), (SELECT * FROM "{table}" ORDER BY rowid LIMIT 1)
            """);
    }

    /// <summary>SQL of the numbers 1, 1 + step … up to a last one.</summary>
    public static string Numbers(int last, int step = 1) => $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + {step} FROM n WHERE i + {step} <= {last}) SELECT i FROM n";
}
