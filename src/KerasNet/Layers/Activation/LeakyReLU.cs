using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Leaky rectified linear unit: a small slope below zero.</summary>
/// <remarks>Python: <c>keras.layers.LeakyReLU</c>. The shape stays.</remarks>
/// <param name="negativeSlope">Slope below zero.</param>
public sealed class LeakyReLU(double negativeSlope = 0.3) : Layer
{
    /// <summary>Slope below zero.</summary>
    public double NegativeSlope { get; } = Require.NonNegative(negativeSlope);

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.LeakyRelu(x, NegativeSlope);
}
