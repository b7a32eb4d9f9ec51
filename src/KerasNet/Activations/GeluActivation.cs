namespace KerasNet.Activations;

/// <summary>Gaussian error linear unit.</summary>
/// <remarks>Python: <c>keras.activations.gelu</c>.</remarks>
public sealed class GeluActivation : ActivationFunction
{
    internal GeluActivation()
        : base(static x => Ops.Gelu(x, approximate: false), "gelu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="approximate">Whether it is computed through tanh.</param>
    public Tensor Apply(Tensor x, bool approximate = false) =>
        Ops.Gelu(x, approximate);
}
