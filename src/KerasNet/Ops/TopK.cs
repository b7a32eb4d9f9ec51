namespace KerasNet;

public static partial class Ops
{
    /// <summary>The largest elements of each row (last axis) and their int32 positions.</summary>
    /// <remarks>Python: <c>keras.ops.top_k</c>.</remarks>
    /// <example><c>var (values, indices) = Ops.TopK(x, 3);</c></example>
    public static Tensors TopK(Tensor x, int k, bool sorted = true) => RunMany(
        "TopK",
        [x],
        t =>
        {
            var (values, indices) = RawOps.TopKV2(t[0], RawOps.Scalar(k), sorted);
            return [values, indices];
        },
        ("k", k),
        ("sorted", sorted));
}
