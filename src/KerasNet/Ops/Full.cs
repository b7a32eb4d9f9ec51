using System.Runtime.CompilerServices;

namespace KerasNet;

public static partial class Ops
{
    /// <summary>A shape full of one number.</summary>
    /// <remarks>Python: <c>keras.ops.full</c>.</remarks>
    [OverloadResolutionPriority(1)]
    public static Tensor Full(TensorShape shape, Tensor fillValue, DataType? dtype = null) => Run(
        "Full",
        fillValue,
        v => Full(RawOps.Constant(shape.Dims), RawOps.Cast(v, dtype ?? Keras.Config.FloatX)),
        ("shape", shape),
        ("dtype", dtype));

    /// <summary>A shape full of one number, put together from dimensions.</summary>
    public static Tensor Full(ReadOnlySpan<Tensor> shape, Tensor fillValue, DataType? dtype = null)
    {
        var dims = shape.ToArray();
        return Run("Full", [fillValue, .. dims], t => Full(RawOps.Dims([.. t.AsSpan(1)]), RawOps.Cast(t[0], dtype ?? Keras.Config.FloatX)), ("dtype", dtype));
    }

    private static Tensor Full(Tensor shape, Tensor value) => value.Rank == 0 ? RawOps.Fill(shape, value) : RawOps.BroadcastTo(value, shape);
}
