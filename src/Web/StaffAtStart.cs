using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web;

/// <summary>What the operator has to do with staff: the first one is added on the command line, and development staff exist in Development alone.</summary>
internal static class StaffAtStart
{
    /// <exception cref="StartRefusedException">Development staff exist, and this is not Development.</exception>
    public static async Task SettleDevelopmentStaffAsync(WebApplication portal)
    {
        if (!(await SendAsync(portal, new SettleDevelopmentStaff.Command(portal.Environment.IsDevelopment()))).Succeeded)
            throw new StartRefusedException("The database holds staff of Development, whose password is public; use a database that was never used in Development.");
    }

    /// <summary>staff add --id … --role … [--name …]: prints the initial password, this once.</summary>
    public static async Task<int> AddAsync(WebApplication portal, string[] options)
    {
        var given = new ConfigurationBuilder().AddCommandLine(options).Build();
        if (!Enum.TryParse<StaffRoles>(given["role"], ignoreCase: true, out var roles))
        {
            Console.Error.WriteLine($"Give --id and --role ({string.Join(", ", StaffRoleLabels.All)}; several separated by commas), and --name if you like.");
            return 2;
        }
        var answer = await SendAsync(portal, new AddStaffMember.Command(null, given["id"] ?? "", given["name"] ?? given["id"] ?? "", roles));
        if (!answer.Succeeded)
        {
            foreach (var error in answer.Errors) Console.Error.WriteLine($"Not added ({error.Code}): {Sentences.For(error)}");
            return 1;
        }
        Console.WriteLine($"Added {answer.Value.StaffId} ({roles}). The initial password, shown this once and valid until {answer.Value.Until:yyyy-MM-dd}, is: {answer.Value.Password.Value}");
        return 0;
    }

    private static async Task<T> SendAsync<T>(WebApplication portal, IRequest<T> request)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
