namespace KerasNet;

public static partial class Ops
{
    /// <summary>Splits, joins and reorders axes by a pattern: <c>"b (h p) w c -> b h w (p c)"</c>. Axes in parentheses are joined; the lengths of all but one of them must be given where they are split.</summary>
    /// <remarks>Python: <c>keras.ops.rearrange</c>: the lengths are keyword arguments there.</remarks>
    /// <param name="tensor">The tensor.</param>
    /// <param name="pattern">Names of the axes before and after <c>-&gt;</c>.</param>
    /// <param name="axesLengths">Lengths of named axes: <c>("p", 4)</c>.</param>
    /// <exception cref="ArgumentException">The pattern does not fit.</exception>
    public static Tensor Rearrange(Tensor tensor, string pattern, params (string Axis, int Length)[] axesLengths)
    {
        var (from, to) = AxesPattern.Parse(pattern);
        if (from.Length != tensor.Rank)
        {
            throw new ArgumentException($"The pattern '{pattern}' names {from.Length} axes. Received: a tensor of shape {tensor.Shape}.", nameof(pattern));
        }

        return Run(
            "Rearrange",
            tensor,
            t =>
            {
                var lengths = axesLengths.ToDictionary(a => a.Axis, a => RawOps.Scalar(a.Length), StringComparer.Ordinal);
                for (var i = 0; i < from.Length; i++)
                {
                    Split(from[i], RawOps.Dim(t, i), lengths, pattern);
                }

                string[] names = [.. from.SelectMany(g => g)];
                var parts = names.Length == t.Rank ? t : RawOps.Reshape(t, [.. names.Select(n => lengths[n])]);
                var moved = RawOps.Transpose(parts, [.. to.SelectMany(g => g).Select(n => Array.IndexOf(names, n))]);
                return to.All(g => g.Length == 1) ? moved : RawOps.Reshape(moved, [.. to.Select(g => RawOps.Product([.. g.Select(n => lengths[n])]))]);
            },
            [("pattern", pattern), .. axesLengths.Select(a => (a.Axis, (object?)a.Length))]);
    }

    /// <summary>Finds the length of the one axis of a group that is not given.</summary>
    private static void Split(string[] group, Tensor size, Dictionary<string, Tensor> lengths, string pattern)
    {
        string[] open = [.. group.Where(n => !lengths.ContainsKey(n))];
        if (open.Length > 1)
        {
            throw new ArgumentException($"The pattern '{pattern}' splits an axis into {string.Join(", ", group)}: the lengths of all but one must be given. Missing: {string.Join(", ", open)}.", nameof(pattern));
        }

        var given = RawOps.Product([.. group.Except(open).Select(n => lengths[n])]);
        if (size.IsConcrete && NumberReader.Ints(size)[0] is var whole && NumberReader.Ints(given)[0] is var part && (open.Length == 1 ? whole % part != 0 : whole != part))
        {
            throw new ArgumentException($"The pattern '{pattern}' splits an axis of {whole} into parts of {part}.", nameof(pattern));
        }

        if (open is [var one])
        {
            lengths[one] = group.Length == 1 ? size : size.IsConcrete ? RawOps.Scalar(NumberReader.Ints(size)[0] / NumberReader.Ints(given)[0]) : RawOps.FloorDiv(size, given);
        }
    }
}
