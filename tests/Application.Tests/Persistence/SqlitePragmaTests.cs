using Microsoft.EntityFrameworkCore;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Persistence;

/// <summary>What SQLite promises about a power cut depends on settings of each connection; no test cuts the power, so this holds them.</summary>
public sealed class SqlitePragmaTests
{
    [Theory]
    [InlineData("synchronous", 2)]
    [InlineData("secure_delete", 1)]
    [InlineData("foreign_keys", 1)]
    [Trait("Requirement", "F2")]
    public async Task EveryConnection_ForcesEachCommitToTheDisk_AndOverwritesWhatIsDeleted(string pragma, int value)
    {
        await using var portal = await TestPortal.StartAsync();

        var read = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => portal.AskAsync<PortalDbContext, int>(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {pragma}";
            return Convert.ToInt32(await command.ExecuteScalarAsync());
        })));

        read.ShouldAllBe(found => found == value);
    }
}
