using System.Runtime.CompilerServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>The same elements under another shape; one dimension may be -1.</summary>
    /// <remarks>Python: <c>keras.ops.reshape</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Reshape(Tensor x, TensorShape newshape) => Run("Reshape", x, t => RawOps.Reshape(t, newshape), ("newshape", newshape));

    /// <summary>The same elements under a shape that is computed: a vector of whole numbers.</summary>
    /// <remarks>Python: <c>keras.ops.reshape</c>.</remarks>
    public static Tensor Reshape(Tensor x, Tensor newshape) => Run("Reshape", x, newshape, static (t, dims) => RawOps.Reshape(t, ToIndices(dims)));

    /// <summary>The same elements under a shape that is put together from dimensions: <c>Ops.Reshape(x, [Ops.Shape(x)[0], -1])</c>.</summary>
    public static Tensor Reshape(Tensor x, ReadOnlySpan<Tensor> newshape)
    {
        var dims = newshape.ToArray();
        return Run("Reshape", [x, .. dims], t => RawOps.Reshape(t[0], RawOps.Dims([.. t.AsSpan(1)])));
    }
}
