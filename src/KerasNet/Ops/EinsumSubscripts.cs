namespace KerasNet;

/// <summary>Brings the subscripts of an Einsum into the plain form: spaces out, the result named, the ellipsis spelled out.</summary>
internal static class EinsumSubscripts
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Ellipsis = "...";

    public static (string[] Labels, string Output, Tensor[] Operands) Parse(string subscripts, Tensor[] operands)
    {
        var text = subscripts.Replace(" ", string.Empty, StringComparison.Ordinal);
        var sides = text.Split("->");
        var labels = sides[0].Split(',');
        if (sides.Length > 2 || labels.Length != operands.Length || text.Replace(Ellipsis, string.Empty, StringComparison.Ordinal).Any(c => !char.IsAsciiLetter(c) && c is not (',' or '-' or '>')))
        {
            throw new ArgumentException($"Subscripts like 'ab,bc->ac' for {operands.Length} operands are expected. Received: '{subscripts}'.", nameof(subscripts));
        }

        var output = sides.Length == 2 ? sides[1] : Implicit(labels);
        if (text.Contains(Ellipsis, StringComparison.Ordinal))
        {
            (labels, output, operands) = SpellOut(subscripts, labels, output, operands);
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Length != operands[i].Rank)
            {
                throw new ArgumentException($"'{labels[i]}' of '{subscripts}' names {labels[i].Length} axes. Received: an operand of shape {operands[i].Shape}.", nameof(operands));
            }
        }

        return (labels, output, operands);
    }

    /// <summary>The letters that stand once, in the order in which they come: Keras renames letters by that order before it sorts them.</summary>
    private static string Implicit(string[] labels) =>
        (labels.Any(l => l.Contains(Ellipsis, StringComparison.Ordinal)) ? Ellipsis : string.Empty)
        + string.Concat(string.Concat(labels).Where(char.IsAsciiLetter).GroupBy(c => c).Where(g => g.Count() == 1).Select(g => g.Key));

    private static (string[] Labels, string Output, Tensor[] Operands) SpellOut(string subscripts, string[] labels, string output, Tensor[] operands)
    {
        var ranks = labels.Select((l, i) => l.Contains(Ellipsis, StringComparison.Ordinal) ? operands[i].Rank - l.Length + Ellipsis.Length : 0).ToArray();
        var most = ranks.Max();
        var free = string.Concat(Letters.Where(c => !subscripts.Contains(c)).Take(most));
        if (ranks.Min() < 0)
        {
            throw new ArgumentException($"'{subscripts}' names more axes than an operand has. Received: shapes {string.Join(", ", operands.Select(t => t.Shape.ToString()))}.", nameof(operands));
        }

        var plain = new string[labels.Length];
        var tensors = (Tensor[])operands.Clone();
        for (var i = 0; i < labels.Length; i++)
        {
            var at = labels[i].IndexOf(Ellipsis, StringComparison.Ordinal);
            plain[i] = labels[i].Replace(Ellipsis, free[(most - ranks[i])..], StringComparison.Ordinal);

            // An axis of size 1 that another operand has in full is left out: that is what broadcasting means in a sum of products.
            for (var k = ranks[i] - 1; k >= 0; k--)
            {
                if (operands[i].Shape[at + k] == 1 && operands.Where((t, o) => o != i && IsLonger(labels[o], ranks[o], t, ranks[i] - k)).Any())
                {
                    tensors[i] = RawOps.Squeeze(tensors[i], at + k);
                    plain[i] = plain[i].Remove(at + k, 1);
                }
            }
        }

        return (plain, output.Replace(Ellipsis, free, StringComparison.Ordinal), tensors);
    }

    /// <summary>True when the operand's axis number <paramref name="fromEnd"/> of its ellipsis, counted from the end, is not 1.</summary>
    private static bool IsLonger(string labels, int rank, Tensor operand, int fromEnd)
    {
        var at = labels.IndexOf(Ellipsis, StringComparison.Ordinal);
        return at >= 0 && rank >= fromEnd && operand.Shape[at + rank - fromEnd] != 1;
    }
}
