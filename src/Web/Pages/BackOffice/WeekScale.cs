namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>The scale of a chart of counts: it ends at a round number, and its lines stand at round numbers.</summary>
public static class WeekScale
{
    private const int Steps = 4;

    /// <summary>The round number the scale ends at: at least <see cref="Steps"/>, and at least the greatest count.</summary>
    public static int TopOf(int greatest)
    {
        var unit = 1;
        while (true)
        {
            foreach (var factor in new[] { 1, 2, 5 })
            {
                if (Steps * factor * unit >= greatest) return Steps * factor * unit;
            }
            unit *= 10;
        }
    }

    /// <summary>Where the lines stand.</summary>
    public static IEnumerable<int> Lines(int top) => Enumerable.Range(0, Steps + 1).Select(i => top / Steps * i);
}
