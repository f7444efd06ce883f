using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Application.Tests;

/// <summary>The databases a test of the tables runs against; PostgreSQL is skipped by name where it is absent.</summary>
public sealed class OnEachDatabase : TheoryData<DatabaseProvider>
{
    public OnEachDatabase() : base(DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql)
    {
    }
}
