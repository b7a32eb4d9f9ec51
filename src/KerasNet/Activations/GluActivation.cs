namespace KerasNet.Activations;

/// <summary>Gated linear unit: one half of an axis times the sigmoid of the other.</summary>
/// <remarks>Python: <c>keras.activations.glu</c>.</remarks>
public sealed class GluActivation : ActivationFunction
{
    internal GluActivation()
        : base(static x => Ops.Glu(x), "glu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axis.</param>
    public Tensor Apply(Tensor x, int axis = -1) =>
        Ops.Glu(x, axis);
}
