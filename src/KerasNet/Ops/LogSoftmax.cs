namespace KerasNet;

public static partial class Ops
{
    /// <summary>Logarithm of the softmax along an axis; null is all axes.</summary>
    /// <remarks>Python: <c>keras.ops.log_softmax</c>.</remarks>
    public static Tensor LogSoftmax(Tensor x, int? axis = -1) => Run("LogSoftmax", x, t => AlongAxis(t, axis, RawOps.LogSoftmax), ("axis", axis));

    /// <summary>Logarithm of the softmax over several axes together.</summary>
    /// <remarks>Python: <c>keras.ops.log_softmax</c>.</remarks>
    public static Tensor LogSoftmax(Tensor x, int[] axis) => Run("LogSoftmax", x, t => AlongAxes(t, axis, RawOps.LogSoftmax), ("axis", axis));
}
