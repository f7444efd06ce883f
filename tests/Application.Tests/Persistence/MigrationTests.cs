using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using NexiPortal.Infrastructure.Persistence;

namespace NexiPortal.Application.Tests.Persistence;

public sealed class MigrationTests
{
    [Fact]
    public void Migrations_LeadToTheTablesTheCodeExpects()
    {
        using var sqlite = new SqliteDesignTime().CreateDbContext([]);
        using var postgreSql = new PostgreSqlDesignTime().CreateDbContext([]);
        foreach (var db in (PortalDbContext[])[sqlite, postgreSql]) db.Database.HasPendingModelChanges().ShouldBeFalse(db.GetType().Name);
    }

    // Making a table anew takes several transactions on SQLite: a kill between them would leave it half done.
    [Fact]
    [Trait("Requirement", "F16")]
    public void SqliteMigrations_MakeNoTableAnew()
    {
        using var db = new SqliteDesignTime().CreateDbContext([]);
        db.GetService<IMigrator>().GenerateScript().ShouldNotContain("ef_temp_");
    }
}
