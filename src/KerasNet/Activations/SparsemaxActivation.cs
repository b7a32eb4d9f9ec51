namespace KerasNet.Activations;

/// <summary>Probabilities over an axis, many of them exactly zero.</summary>
/// <remarks>Python: <c>keras.activations.sparsemax</c>.</remarks>
public sealed class SparsemaxActivation : ActivationFunction
{
    internal SparsemaxActivation()
        : base(static x => Ops.Sparsemax(x), "sparsemax")
    {
    }

    /// <summary>Computes the activation with parameters of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axis.</param>
    public Tensor Apply(Tensor x, int axis = -1) =>
        Ops.Sparsemax(x, axis);
}
