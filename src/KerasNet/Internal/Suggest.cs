namespace KerasNet.Internal;

/// <summary>Finds the name that was meant.</summary>
internal static class Suggest
{
    /// <summary>Message for a name that is not known: <c>Unknown optimizer 'adm'. Did you mean 'adam'? Known: adadelta, adagrad, adam.</c></summary>
    /// <param name="what">What is named: <c>optimizer</c>, <c>layer of model 'm'</c>.</param>
    /// <param name="name">The name that came.</param>
    /// <param name="known">All names that there are.</param>
    /// <param name="fix">A further sentence, such as how to register one's own class.</param>
    public static string Unknown(string what, string? name, IEnumerable<string> known, string? fix = null)
    {
        string[] names = [.. known.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase)];
        string[] nearest = Nearest(name ?? "", names);
        string question = nearest.Length == 0 ? "" : $" Did you mean {string.Join(" or ", nearest.Select(near => $"'{near}'"))}?";
        string list = names.Length == 0 ? "none" : string.Join(", ", names);
        return $"Unknown {what} {(name is null ? "null" : $"'{name}'")}.{question} Known: {list}.{(fix is null ? "" : " " + fix)}";
    }

    /// <summary>The nearest names, three at most, none if all are far. A name written in another case or with other separators is nearest of all.</summary>
    public static string[] Nearest(string name, IEnumerable<string> known)
    {
        string wanted = Plain(name);
        int limit = Math.Max(1, wanted.Length / 3);
        var ranked = known.Select(other => (Name: other, Distance: Distance(wanted, Plain(other)))).Where(pair => pair.Distance <= limit).ToArray();
        int best = ranked.Length == 0 ? 0 : ranked.Min(pair => pair.Distance);
        return [.. ranked.Where(pair => pair.Distance == best).Select(pair => pair.Name).Order(StringComparer.Ordinal).Take(3)];
    }

    /// <summary>Damerau–Levenshtein distance: letters left out, added, changed, or two neighbours swapped.</summary>
    public static int Distance(string from, string to)
    {
        int[,] cost = new int[from.Length + 1, to.Length + 1];
        for (int i = 0; i <= from.Length; i++)
        {
            for (int j = 0; j <= to.Length; j++)
            {
                cost[i, j] = i == 0 ? j : j == 0 ? i : Cheapest(cost, from, to, i, j);
            }
        }

        return cost[from.Length, to.Length];
    }

    private static int Cheapest(int[,] cost, string from, string to, int i, int j)
    {
        int change = cost[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
        int best = Math.Min(change, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
        bool isSwap = i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1];
        return isSwap ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
