namespace KerasNet.Activations;

/// <summary>Moved towards zero, zero in between.</summary>
/// <remarks>Python: <c>keras.activations.soft_shrink</c>.</remarks>
public sealed class SoftShrinkActivation : ActivationFunction
{
    internal SoftShrinkActivation()
        : base(static x => Ops.SoftShrink(x), "soft_shrink")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="threshold">How far.</param>
    public Tensor Apply(Tensor x, double threshold = 0.5) =>
        Ops.SoftShrink(x, threshold);
}
