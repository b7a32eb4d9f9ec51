using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Rectified linear unit with a slope below, a threshold and a ceiling.</summary>
/// <remarks>Python: <c>keras.layers.ReLU</c>. The shape stays.</remarks>
/// <param name="maxValue">Ceiling; null: none.</param>
/// <param name="negativeSlope">Slope below the threshold.</param>
/// <param name="threshold">Where the unit begins.</param>
public sealed class ReLU(double? maxValue = null, double negativeSlope = 0, double threshold = 0) : Layer
{
    /// <summary>Ceiling; null: none.</summary>
    public double? MaxValue { get; } = maxValue is < 0 ? throw new ArgumentOutOfRangeException(nameof(maxValue), $"maxValue of a ReLU layer cannot be a negative value. Received: {maxValue}") : maxValue;

    /// <summary>Slope below the threshold.</summary>
    public double NegativeSlope { get; } = Require.NonNegative(negativeSlope);

    /// <summary>Where the unit begins.</summary>
    public double Threshold { get; } = Require.NonNegative(threshold);

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Activations.Activation.Relu.Apply(x, NegativeSlope, MaxValue, Threshold);
}
