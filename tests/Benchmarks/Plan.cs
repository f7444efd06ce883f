namespace NexiPortal.Benchmarks;

/// <summary>How much is measured: everything (minutes), or as little as shows a gross mistake.</summary>
/// <param name="IsQuick">Whether it is the short run of CI.</param>
/// <param name="Rounds">Rounds of each operation and its peer, one after the other.</param>
/// <param name="RoundTime">Length of a round that counts what is done in a time.</param>
/// <param name="WarmUps">Rounds before them, which are not counted: the compiler is still at work.</param>
internal sealed record Plan(bool IsQuick, int Rounds, TimeSpan RoundTime, int WarmUps)
{
    public static readonly Plan Whole = new(false, 7, TimeSpan.FromSeconds(2), 5);

    public static readonly Plan Quick = new(true, 3, TimeSpan.FromSeconds(1), 1);

    /// <summary>A number that is smaller in the short run.</summary>
    public int Of(int whole, int quick) => IsQuick ? quick : whole;

    /// <summary>Measures some things in turn, round by round; the first rounds warm up.</summary>
    public async Task<IReadOnlyList<Spread>> InterleaveAsync(params Func<Task<double>>[] measurements)
    {
        var rounds = measurements.Select(_ => new List<double>()).ToList();
        for (var round = 1; round <= WarmUps + Rounds; round++)
        {
            for (var i = 0; i < measurements.Length; i++)
            {
                var value = await measurements[i]();
                if (round > WarmUps) rounds[i].Add(value);
            }
        }
        return [.. rounds.Select(values => new Spread(values))];
    }
}
