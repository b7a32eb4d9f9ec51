namespace KerasNet.Activations;

/// <summary>Logarithm of the softmax over an axis.</summary>
/// <remarks>Python: <c>keras.activations.log_softmax</c>.</remarks>
public sealed class LogSoftmaxActivation : ActivationFunction
{
    internal LogSoftmaxActivation()
        : base(static x => Ops.LogSoftmax(x), "log_softmax")
    {
    }

    /// <summary>Computes the activation over an axis of one's own.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axis.</param>
    public Tensor Apply(Tensor x, int axis = -1) => Ops.LogSoftmax(x, axis);

    /// <summary>Computes the activation over several axes together.</summary>
    /// <param name="x">The input.</param>
    /// <param name="axis">The axes.</param>
    public Tensor Apply(Tensor x, int[] axis) => Ops.LogSoftmax(x, axis);
}
