namespace KerasNet.Layers;

/// <summary>The input where it is greater than a threshold, else 0.</summary>
/// <remarks>Python: <c>keras.layers.ThresholdedReLU</c> of Keras 1 and 2; Keras 3 has <c>ReLU(threshold=…)</c>. The shape stays.</remarks>
/// <param name="theta">The threshold; not negative.</param>
public sealed class ThresholdedReLU(double theta = 1.0) : Layer
{
    /// <summary>The threshold.</summary>
    public double Theta { get; } = theta >= 0 ? theta : throw new ArgumentOutOfRangeException(nameof(theta), $"Theta must not be negative. Received: theta={theta}.");

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => x * Ops.Cast(Ops.Greater(x, Theta), x.DType);
}
