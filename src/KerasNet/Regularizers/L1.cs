namespace KerasNet.Regularizers;

/// <summary>Penalty <c>l1 · Σ|w|</c>.</summary>
/// <remarks>Python: <c>keras.regularizers.L1</c>.</remarks>
public sealed class L1 : Regularizer
{
    /// <summary>Makes the penalty.</summary>
    /// <param name="l1">Factor.</param>
    public L1(double l1 = 0.01) => Strength = Factor(l1, nameof(l1));

    /// <summary>Factor.</summary>
    [Saving.ConfigName("l1")]
    public double Strength { get; }

    /// <inheritdoc/>
    public override Tensor Call(Tensor weight) => SumOfAbsolutes(Strength, weight);
}
