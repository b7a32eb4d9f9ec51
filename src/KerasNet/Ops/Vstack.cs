namespace KerasNet;

public static partial class Ops
{
    /// <summary>Tensors one below the other: along axis 0. Vectors become one long one, as in Keras on TensorFlow; give them two axes to have them as rows.</summary>
    /// <remarks>Python: <c>keras.ops.vstack</c>.</remarks>
    public static Tensor Vstack(Tensors xs) => Run("Vstack", [.. xs], t =>
        RawOps.ConcatV2([.. Promote(t).Select(x => x.Rank == 0 ? RawOps.Reshape(x, (1, 1)) : x)], 0));
}
