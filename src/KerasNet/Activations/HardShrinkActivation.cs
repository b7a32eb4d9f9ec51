namespace KerasNet.Activations;

/// <summary>Zero near zero, elsewhere the input.</summary>
/// <remarks>Python: <c>keras.activations.hard_shrink</c>.</remarks>
public sealed class HardShrinkActivation : ActivationFunction
{
    internal HardShrinkActivation()
        : base(static x => Ops.HardShrink(x), "hard_shrink")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="threshold">Where the zeros end.</param>
    public Tensor Apply(Tensor x, double threshold = 0.5) =>
        Ops.HardShrink(x, threshold);
}
