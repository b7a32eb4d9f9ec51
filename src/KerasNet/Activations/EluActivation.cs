namespace KerasNet.Activations;

/// <summary>Exponential linear unit.</summary>
/// <remarks>Python: <c>keras.activations.elu</c>.</remarks>
public sealed class EluActivation : ActivationFunction
{
    internal EluActivation()
        : base(static x => Ops.Elu(x), "elu")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="alpha">Where the negative part ends.</param>
    public Tensor Apply(Tensor x, double alpha = 1) =>
        Ops.Elu(x, alpha);
}
