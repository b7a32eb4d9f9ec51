namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors one after the other along an axis.</summary>
    /// <remarks>Python: <c>keras.ops.concatenate</c>. The tensors' shapes are the same but for that axis.</remarks>
    public static Tensor Concatenate(Tensors xs, int axis = 0) => Run("Concatenate", [.. xs], t => RawOps.ConcatV2(Promote(t), axis), ("axis", axis));
}
