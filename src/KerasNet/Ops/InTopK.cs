namespace KerasNet;

public static partial class Ops
{
    /// <summary>For each row whether the class <paramref name="targets"/> is among the <paramref name="k"/> most likely ones; ties count.</summary>
    /// <remarks>Python: <c>keras.ops.in_top_k</c>.</remarks>
    public static Tensor InTopK(Tensor targets, Tensor predictions, int k) => Run(
        "InTopK",
        targets,
        predictions,
        (t, p) => RawOps.InTopKV2(RawOps.Cast(p, DataType.Float32), ToIndices(t), k),
        ("k", k));
}
