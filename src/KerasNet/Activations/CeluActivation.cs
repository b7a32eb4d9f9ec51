namespace KerasNet.Activations;

/// <summary>Continuously differentiable ELU.</summary>
/// <remarks>Python: <c>keras.activations.celu</c>.</remarks>
public sealed class CeluActivation : ActivationFunction
{
    internal CeluActivation()
        : base(static x => Ops.Celu(x), "celu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="alpha">Where the negative part ends.</param>
    public Tensor Apply(Tensor x, double alpha = 1) =>
        Ops.Celu(x, alpha);
}
