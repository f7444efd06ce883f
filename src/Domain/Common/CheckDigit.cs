namespace NexiPortal.Domain.Common;

/// <summary>ISO 7064 MOD 11,10: one digit that finds every single wrong digit and nearly every swap.</summary>
public static class CheckDigit
{
    /// <summary>The check digit of a run of decimal digits; other characters are passed over.</summary>
    public static char For(ReadOnlySpan<char> digits)
    {
        var product = 10;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c)) continue;
            var sum = (product + (c - '0')) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (char)('0' + ((11 - product) % 10));
    }
}
