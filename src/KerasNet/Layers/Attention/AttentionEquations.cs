namespace KerasNet.Layers;

/// <summary>Einstein sums of attention over any axes of tensors of any rank.</summary>
internal static class AttentionEquations
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The projection of the last axes of a tensor to others.</summary>
    /// <param name="free">Axes that stay.</param>
    /// <param name="bound">Axes that are summed.</param>
    /// <param name="made">Axes that come in their place.</param>
    public static (string Equation, string BiasAxes, int OutputRank) Projection(int free, int bound, int made)
    {
        var (kept, summed, output) = (Letters[..free], Letters.Substring(free, bound), Letters.Substring(free + bound, made));
        return ($"{kept}{summed},{summed}{output}->{kept}{output}", output, free + made);
    }

    /// <summary>The scores of keys and queries <c>(batch axes, attention axes, heads, features)</c>, and their product with the values.</summary>
    public static (string Scores, string Combination, int ScoresRank) Attention(int rank, int[] axes)
    {
        var target = Letters[..rank];
        var next = rank;
        var source = string.Concat(Enumerable.Range(0, rank).Select(i => axes.Contains(i) ? Letters[next++] : target[i]));
        var batch = Enumerable.Range(0, rank - 1).Except(axes).Select(i => target[i]);
        var product = string.Concat([.. batch, .. axes.Select(i => target[i]), .. axes.Select(i => source[i])]);
        return ($"{source},{target}->{product}", $"{product},{source}->{target}", product.Length);
    }
}
