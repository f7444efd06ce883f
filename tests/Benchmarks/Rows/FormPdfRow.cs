using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using Perfolizer.Horology;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>⑬: the form of a submitted application, from its row in the database to the last byte of the PDF.</summary>
internal sealed class FormPdfRow : Row
{
    public override string Key => "pdf";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        var job = Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithWarmupCount(plan.Of(6, 3)).WithIterationCount(plan.Of(15, 3)).WithIterationTime(TimeInterval.FromMilliseconds(plan.Of(500, 150)));
        using var notes = new TemporaryDirectory();
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableOptimizationsValidator).WithArtifactsPath(notes.Path);
        var summary = await Task.Run(() => BenchmarkRunner.Run<FormPdfBenchmark>(config));
        var slowest = summary.Reports.MaxBy(report => report.ResultStatistics!.Median)!;
        var type = (ApplicationType)slowest.BenchmarkCase.Parameters[nameof(FormPdfBenchmark.Type)];
        var times = slowest.AllMeasurements.Where(measurement => measurement is { IterationMode: BenchmarkDotNet.Engines.IterationMode.Workload, IterationStage: BenchmarkDotNet.Engines.IterationStage.Result })
            .Select(measurement => measurement.GetAverageTime().ToMilliseconds()).ToList();
        return
        [
            Line.Alone($"Form PDF ({type}, the slowest kind)", "ms", new(times), Goal.AtMost(5, "ms")),
            Line.Alone("– its size, the largest kind", "KB", new([await LargestAsync()]), Goal.AtMost(60, "KB")),
        ];
    }

    private static async Task<double> LargestAsync()
    {
        var largest = 0;
        foreach (var type in Enum.GetValues<ApplicationType>())
        {
            await using var portal = await TestPortal.StartAsync();
            var (linkId, number) = await portal.ApplyAsync(type: type);
            var pdf = (await portal.SendAsync(new PrintApplicationForm.Query(linkId))).Value.Pdf;
            if (!new Pdf(pdf).Pages[0].Letters.Contains(number.Value, StringComparison.Ordinal)) throw new InvalidOperationException("The form does not say its 受付番号.");
            largest = Math.Max(largest, pdf.Length);
        }
        return largest / 1000.0;
    }
}

/// <summary>What BenchmarkDotNet measures; it wants a public class.</summary>
public class FormPdfBenchmark
{
    private TestPortal? _portal;
    private Guid _linkId;

    /// <summary>The kind of application.</summary>
    [ParamsAllValues]
    public ApplicationType Type { get; set; }

    /// <summary>Submits an application.</summary>
    [GlobalSetup]
    public async Task SubmitAsync()
    {
        _portal = await TestPortal.StartAsync();
        (_linkId, _) = await _portal.ApplyAsync(type: Type);
    }

    /// <summary>Prints its form.</summary>
    [Benchmark]
    public async Task<int> PrintAsync() => (await _portal!.SendAsync(new PrintApplicationForm.Query(_linkId))).Value.Pdf.Length;

    /// <summary>Lets it go.</summary>
    [GlobalCleanup]
    public async Task CleanUpAsync() => await _portal!.DisposeAsync();
}
