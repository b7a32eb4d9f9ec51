namespace KerasNet.Activations;

/// <summary>Probabilities over an axis.</summary>
/// <remarks>Python: <c>keras.activations.softmax</c>.</remarks>
public sealed class SoftmaxActivation : ActivationFunction
{
    internal SoftmaxActivation()
        : base(static x => Ops.Softmax(x), "softmax")
    {
    }

    /// <summary>Computes the activation over an axis of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axis.</param>
    public Tensor Apply(Tensor x, int axis = -1) => Ops.Softmax(x, axis);

    /// <summary>Computes the activation over several axes together.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axes.</param>
    public Tensor Apply(Tensor x, int[] axis) => Ops.Softmax(x, axis);
}
