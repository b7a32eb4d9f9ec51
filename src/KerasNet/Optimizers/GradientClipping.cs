namespace KerasNet.Optimizers;

/// <summary>Keeps gradients small: each one's norm, the norm of all, or each element.</summary>
internal static class GradientClipping
{
    public static IReadOnlyList<Tensor> Clip(IReadOnlyList<Tensor> gradients, double? norm, double? value, double? globalNorm) => (norm, value, globalNorm) switch
    {
        ( > 0, _, _) => [.. gradients.Select(g => ByNorm(g, norm.Value))],
        (_, _, > 0) => ByGlobalNorm(gradients, globalNorm.Value),
        (_, > 0, _) => [.. gradients.Select(g => Ops.Clip(g, -value.Value, value.Value))],
        _ => gradients,
    };

    private static Tensor ByNorm(Tensor g, double norm) => g * norm / Ops.Maximum(Ops.Sqrt(Ops.Sum(Ops.Square(g))), norm);

    private static IReadOnlyList<Tensor> ByGlobalNorm(IReadOnlyList<Tensor> gradients, double norm)
    {
        var square = gradients.Select(g => Ops.Sum(Ops.Square(g))).Aggregate(Ops.Add);
        var all = Ops.Sqrt(square);

        // The last term is zero, or NaN where the norm is not finite, so that a broken step shows.
        var scale = (norm * Ops.Minimum(1.0 / all, 1.0 / norm)) + (all - all);
        return [.. gradients.Select(g => g * scale)];
    }
}
