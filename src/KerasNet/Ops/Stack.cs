namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors of one shape side by side along a new axis.</summary>
    /// <remarks>Python: <c>keras.ops.stack</c>.</remarks>
    public static Tensor Stack(Tensors x, int axis = 0) => Run("Stack", [.. x], t => RawOps.Pack(Promote(axis == 0 ? Array.ConvertAll(t, Narrowed) : t), axis), ("axis", axis));
}
