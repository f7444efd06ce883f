using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.TestSupport;

/// <summary>
/// Databases that are up to date and hold nothing: each is brought up by its migrations once in a process and copied
/// from then on, for the migrations take longer than most tests. Tests of the migrations begin with an empty one.
/// </summary>
public static class PreparedDatabase
{
    private static readonly Lazy<byte[]> SqliteFile = new(() => Task.Run(MakeSqliteFileAsync).GetAwaiter().GetResult());
    private static readonly Lazy<Task<PostgreSql.Database>> PostgreSqlTemplate = new(MakePostgreSqlTemplateAsync);

    /// <summary>Puts an SQLite database where a portal will look for it.</summary>
    public static void CopyTo(string path) => File.WriteAllBytes(path, SqliteFile.Value);

    /// <summary>A PostgreSQL database of the test's own; without a cluster the test is skipped, or fails where everything is required.</summary>
    public static async Task<PostgreSql.Database> CreatePostgreSqlAsync() => await PostgreSql.CreateAsync(await PostgreSqlTemplate.Value);

    private static async Task<byte[]> MakeSqliteFileAsync()
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-").FullName;
        try
        {
            var path = Path.Combine(directory, "portal.db");
            // Without a pool the last connection writes everything into the file itself as it closes.
            await TestPortal.BringUpToDateAsync(new(DatabaseProvider.Sqlite, $"Data Source={path};Pooling=False"), directory);
            return await File.ReadAllBytesAsync(path);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<PostgreSql.Database> MakePostgreSqlTemplateAsync()
    {
        var template = await PostgreSql.CreateAsync();
        // There is no other moment after a process's last test.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var directory = Directory.CreateTempSubdirectory("nexiportal-").FullName;
        try
        {
            // Without a pool no connection is left: a database that somebody is connected to cannot be copied.
            await TestPortal.BringUpToDateAsync(new(DatabaseProvider.PostgreSql, template.ConnectionString + ";Pooling=False"), directory);
            return template;
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
