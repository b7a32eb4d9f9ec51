namespace KerasNet;

/// <summary>Reads the patterns of <see cref="Ops.Rearrange"/>: groups of axis names before and after the arrow.</summary>
internal static class AxesPattern
{
    /// <exception cref="ArgumentException">The pattern has no arrow, or the two sides do not name the same axes.</exception>
    public static (string[][] From, string[][] To) Parse(string pattern)
    {
        var sides = pattern.Split("->");
        if (sides.Length != 2)
        {
            throw new ArgumentException($"A pattern has two sides with '->' between them. Received: '{pattern}'", nameof(pattern));
        }

        var (from, to) = (Groups(sides[0], pattern), Groups(sides[1], pattern));
        string[] names = [.. from.SelectMany(g => g)];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length && names.Order(StringComparer.Ordinal).SequenceEqual(to.SelectMany(g => g).Order(StringComparer.Ordinal))
            ? (from, to)
            : throw new ArgumentException($"Both sides of a pattern name each axis once. Received: '{pattern}'", nameof(pattern));
    }

    private static string[][] Groups(string side, string pattern)
    {
        var groups = new List<string[]>();
        for (var i = 0; i < side.Length;)
        {
            if (char.IsWhiteSpace(side[i]))
            {
                i++;
                continue;
            }

            var end = side[i] == '(' ? side.IndexOf(')', i) : i;
            if (end < 0)
            {
                throw new ArgumentException($"A parenthesis of the pattern is not closed. Received: '{pattern}'", nameof(pattern));
            }

            if (side[i] == '(')
            {
                groups.Add(side[(i + 1)..end].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                i = end + 1;
                continue;
            }

            while (end < side.Length && (char.IsLetterOrDigit(side[end]) || side[end] == '_'))
            {
                end++;
            }

            if (end == i)
            {
                throw new ArgumentException($"'{side[i]}' cannot stand in a pattern. Received: '{pattern}'", nameof(pattern));
            }

            groups.Add([side[i..end]]);
            i = end;
        }

        return [.. groups];
    }
}
