using Npgsql;

namespace NexiPortal.TestSupport;

/// <summary>Fresh PostgreSQL databases, one a test, on the cluster of <see cref="Requirements.PostgreSql"/>.</summary>
public static class PostgreSql
{
    /// <summary>Whether there is a cluster.</summary>
    public static bool IsAvailable => Requirements.PostgreSql.IsMet;

    /// <summary>A database of the test's own, empty or a copy; without a cluster the test is skipped, or fails where everything is required.</summary>
    /// <param name="template">What it is a copy of; nobody may be connected to it.</param>
    public static async Task<Database> CreateAsync(Database? template = null)
    {
        var cluster = Requirements.PostgreSql.Demand();
        var name = $"nexiportal_{Guid.NewGuid():N}";
        // template0: copying template1 fails while another test looks at it.
        await ExecuteAsync(cluster, $"CREATE DATABASE {name} TEMPLATE {template?.Name ?? "template0"} ENCODING 'UTF8'");
        return new(cluster, name);
    }

    private static async Task ExecuteAsync(string cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(cluster) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The only variable part is a name made of a GUID.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A database that is dropped with its connections when the test ends.</summary>
    public sealed class Database : IAsyncDisposable
    {
        private readonly string _cluster;

        internal Database(string cluster, string name)
        {
            _cluster = cluster;
            Name = name;
            ConnectionString = new NpgsqlConnectionStringBuilder(cluster) { Database = name }.ConnectionString;
        }

        /// <summary>Its name on the cluster.</summary>
        internal string Name { get; }

        /// <summary>Connection string of the database, as for the setting <c>ConnectionStrings__Portal</c>.</summary>
        public string ConnectionString { get; }

        /// <inheritdoc />
        public async ValueTask DisposeAsync()
        {
            await using (var pooled = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(pooled);
            await ExecuteAsync(_cluster, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
        }
    }
}
