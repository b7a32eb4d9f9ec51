namespace KerasNet.Regularizers;

/// <summary>Penalty <c>l1 · Σ|w| + l2 · Σw²</c>.</summary>
/// <remarks>Python: <c>keras.regularizers.L1L2</c>.</remarks>
/// <param name="l1">Factor of the absolute values.</param>
/// <param name="l2">Factor of the squares.</param>
[Internal.Alias("l1_l2")]
public sealed class L1L2(double l1 = 0.0, double l2 = 0.0) : Regularizer
{
    /// <summary>Factor of the absolute values.</summary>
    public double L1 { get; } = Factor(l1, nameof(l1));

    /// <summary>Factor of the squares.</summary>
    public double L2 { get; } = Factor(l2, nameof(l2));

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight) => (L1, L2) switch
    {
        (0, 0) => Initializers.Fill.With(0, TensorShape.Scalar, weight.DType),
        (_, 0) => SumOfAbsolutes(L1, weight),
        (0, _) => SumOfSquares(L2, weight),
        _ => SumOfAbsolutes(L1, weight) + SumOfSquares(L2, weight),
    };
}
