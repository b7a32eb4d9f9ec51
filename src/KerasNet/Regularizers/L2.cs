namespace KerasNet.Regularizers;

/// <summary>Penalty <c>l2 · Σw²</c>.</summary>
/// <remarks>Python: <c>keras.regularizers.L2</c>.</remarks>
public sealed class L2 : Regularizer
{
    /// <summary>Makes the penalty.</summary>
    /// <param name="l2">Factor.</param>
    public L2(double l2 = 0.01) => Strength = Factor(l2, nameof(l2));

    /// <summary>Factor.</summary>
    [Saving.ConfigName("l2")]
    public double Strength { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight) => SumOfSquares(Strength, weight);
}
