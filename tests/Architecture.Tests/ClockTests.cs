using System.Reflection;
using System.Text.RegularExpressions;
using MediatR;
using NexiPortal.Application.Common;

namespace NexiPortal.Architecture.Tests;

public partial class ClockTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Machine_ClockIsNeverReadDirectly() =>
        LinesMatching(ReadsMachineClock()).ShouldBeEmpty();

    [Fact]
    public void SystemClock_IsNamedInTheCompositionOnly()
    {
        var composition = $"{House.Composition.Name}.cs:";
        LinesMatching(NamesSystemClock()).Where(line => !Path.GetFileName(line).StartsWith(composition, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Clock_IsGivenToHandlersAndJobsOnly() =>
        House.TypesOf(House.Layers).Where(KnowsClock)
            .Where(type => !type.ClosedFormsOf(typeof(IRequestHandler<,>)).Any() && type != typeof(Clock) && type.Namespace != House.Jobs.Namespace && type != House.Composition)
            .ShouldBeEmpty();

    private static bool KnowsClock(Type type) =>
        type.GetFields(Everything).Any(field => field.FieldType == typeof(TimeProvider))
        || type.GetConstructors(Everything).Cast<MethodBase>().Concat(type.GetMethods(Everything))
            .Any(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(TimeProvider)));

    private static IEnumerable<string> LinesMatching(Regex pattern) =>
        from file in House.SourceFiles()
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{Path.GetRelativePath(House.Sources, file)}:{line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex ReadsMachineClock();

    [GeneratedRegex(@"\bTimeProvider\.System\b")]
    private static partial Regex NamesSystemClock();
}
