using System.Runtime.CompilerServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>Repeats axes of size 1 until the shape is reached.</summary>
    /// <remarks>Python: <c>keras.ops.broadcast_to</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor BroadcastTo(Tensor x, TensorShape shape) => Run("BroadcastTo", x, t => RawOps.BroadcastTo(t, RawOps.Constant(shape.Dims), shape), ("shape", shape));

    /// <summary>Repeats axes of size 1 until a shape is reached that is put together from dimensions.</summary>
    public static Tensor BroadcastTo(Tensor x, ReadOnlySpan<Tensor> shape)
    {
        var dims = shape.ToArray();
        return Run("BroadcastTo", [x, .. dims], t => RawOps.BroadcastTo(t[0], RawOps.Dims([.. t.AsSpan(1)])));
    }
}
