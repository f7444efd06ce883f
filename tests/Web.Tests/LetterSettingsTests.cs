using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.TestSupport;
using NexiPortal.Web.Settings;

namespace NexiPortal.Web.Tests;

public sealed class LetterSettingsTests
{
    [Fact]
    public void Placement_NotSet_IsTheUsualOne() => Read(null, null).ShouldBe(new LetterPlacement());

    [Theory]
    [InlineData("2.5", "-1")]
    [InlineData("-15", "10")]
    public void Placement_InMillimetres_IsTaken(string right, string down) =>
        Read(right, down).ShouldBe(new() { OffsetRight = double.Parse(right), OffsetDown = double.Parse(down) });

    [Theory]
    [InlineData("15.1", null, "The setting Letter__OffsetRight must be a number of millimetres from -15 to 15, such as 2.5.")]
    [InlineData("2,5", null, "The setting Letter__OffsetRight must be a number of millimetres from -15 to 15, such as 2.5.")]
    [InlineData("NaN", null, "The setting Letter__OffsetRight must be a number of millimetres from -15 to 15, such as 2.5.")]
    [InlineData(null, "-11", "The setting Letter__OffsetDown must be a number of millimetres from -10 to 10, such as 2.5.")]
    public void Placement_ThatIsSenseless_StopsTheStart(string? right, string? down, string sentence) =>
        Should.Throw<StartRefusedException>(() => Read(right, down)).Message.ShouldBe(sentence);

    private static LetterPlacement Read(string? right, string? down)
    {
        var directory = Directory.CreateTempSubdirectory("nexiportal-");
        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            [
                new("Portal:DataDirectory", directory.FullName), new("Registration:TermsFile", "Texts/terms.txt"), new("Registration:PrivacyFile", "Texts/privacy.txt"),
                new("Letter:OffsetRight", right), new("Letter:OffsetDown", down),
            ]).Build();
            return PortalSettings.Read(configuration, new Developing()).Letter;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed class Developing : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Development;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = Path.Combine(RepositoryRoot.Path, "src", "Web");
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
