using MediatR;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Infrastructure;
using NexiPortal.Infrastructure.Backups;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Web;
using Serilog;

try
{
    var portal = PortalHost.Build(args, out var command);
    switch (command)
    {
        case []:
            using (portal.Services.BecomeServer())
            {
                await portal.Services.PrepareAsync(CancellationToken.None);
                await StaffAtStart.SettleDevelopmentStaffAsync(portal);
                await portal.RunAsync();
                return 0;
            }
        case ["migrate"]:
            await portal.Services.PrepareAsync(CancellationToken.None);
            Console.WriteLine("The database is up to date.");
            return 0;
        case ["staff", "add"]:
            await portal.Services.PrepareAsync(CancellationToken.None);
            return await StaffAtStart.AddAsync(portal, args[command.Length..]);
        case ["audit", "verify"]:
            return await VerifyAuditTrailAsync(portal);
        case ["backup"] when Option("to") is { } to:
            await portal.Services.BackUpAsync(to, CancellationToken.None);
            Console.WriteLine($"Database and keys are in {to}.");
            return 0;
        case ["restore"] when Option("from") is { } from:
            await portal.Services.RestoreAsync(from, CancellationToken.None);
            await portal.Services.PrepareAsync(CancellationToken.None);
            Console.WriteLine("Database and keys are back.");
            return await VerifyAuditTrailAsync(portal);
        case ["move"] when Option("from") is { } from:
            Console.WriteLine($"{await portal.Services.MoveFromSqliteAsync(from, CancellationToken.None)} rows are copied.");
            return await VerifyAuditTrailAsync(portal);
        default:
            Console.Error.WriteLine($"Unknown command \"{string.Join(' ', command)}\". Commands: migrate, staff add, audit verify, backup --to …, restore --from …, move --from …; none starts the portal.");
            return 2;
    }

    string? Option(string name) => new ConfigurationBuilder().AddCommandLine(args[command.Length..]).Build()[name] is { Length: > 0 } given ? Path.GetFullPath(given) : null;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
catch (Exception fault) when (DatabaseFaults.IsNotToBeHad(fault))
{
    Console.Error.WriteLine($"The database cannot be used: {fault.GetBaseException().Message}");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}

static async Task<int> VerifyAuditTrailAsync(WebApplication portal)
{
    await using var scope = portal.Services.CreateAsyncScope();
    var trail = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new VerifyAuditTrail.Query())).Value;
    foreach (var fault in trail.Faults)
    {
        Console.WriteLine(fault switch
        {
            VerifyAuditTrail.Fault.Missing missing => $"Entries {missing.First} to {missing.Last} were removed.",
            VerifyAuditTrail.Fault.Altered altered => $"Entry {altered.Sequence} ({altered.Id}) was changed or inserted.",
            _ => throw new InvalidOperationException($"{fault.GetType().Name} has no words."),
        });
    }
    Console.WriteLine(trail.FaultCount > 0 ? $"The audit trail is broken: {trail.FaultCount} faults." : $"The audit trail is whole: {trail.Sealed} sealed entries.");
    return trail.FaultCount == 0 ? 0 : 1;
}
