namespace KerasNet.Activations;

/// <summary>ReLU with a slope below zero.</summary>
/// <remarks>Python: <c>keras.activations.leaky_relu</c>.</remarks>
public sealed class LeakyReluActivation : ActivationFunction
{
    internal LeakyReluActivation()
        : base(static x => Ops.LeakyRelu(x), "leaky_relu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="negativeSlope">The slope.</param>
    public Tensor Apply(Tensor x, double negativeSlope = 0.2) =>
        Ops.LeakyRelu(x, negativeSlope);
}
