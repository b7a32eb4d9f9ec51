namespace KerasNet;

public static partial class Ops
{
    /// <summary>A box out of a tensor.</summary>
    /// <remarks>Python: <c>keras.ops.slice</c>.</remarks>
    /// <param name="inputs">The tensor.</param>
    /// <param name="startIndices">Where the box begins: a number for each axis.</param>
    /// <param name="shape">The box's shape; -1 takes the rest of an axis.</param>
    public static Tensor Slice(Tensor inputs, Tensor startIndices, TensorShape shape) =>
        Run("Slice", inputs, startIndices, (x, start) => RawOps.Slice(x, RawOps.Cast(start, DataType.Int32), RawOps.Constant(shape.Dims)), ("shape", shape));
}
