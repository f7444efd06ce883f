using Microsoft.EntityFrameworkCore;
using NexiPortal.BenchmarkPeer;

// What a template and scaffolding give: Razor Pages on EF Core with SQLite, and one form. The benchmarks put it beside the portal.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddDbContext<PeerDb>(options => options.UseSqlite(builder.Configuration.GetConnectionString("Peer")));

var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    scope.ServiceProvider.GetRequiredService<PeerDb>().Database.EnsureCreated();
}
app.UseExceptionHandler("/Error");
app.UseStaticFiles();
app.UseRouting();
app.UseAuthorization();
app.MapRazorPages();
app.Run();
