namespace KerasNet;

public static partial class Ops
{
    /// <summary>Coordinates of a grid: one tensor for each vector, the first of which runs along axis 1.</summary>
    /// <remarks>Python: <c>keras.ops.meshgrid</c>.</remarks>
    public static Tensors Meshgrid(params Tensor[] x) => Meshgrid(new Tensors(x), "xy");

    /// <summary>Coordinates of a grid: one tensor for each vector.</summary>
    /// <remarks>Python: <c>keras.ops.meshgrid</c>.</remarks>
    /// <param name="x">Coordinates along each axis.</param>
    /// <param name="indexing"><c>xy</c> (the first vector runs along axis 1) or <c>ij</c> (along axis 0).</param>
    public static Tensors Meshgrid(Tensors x, string indexing)
    {
        if (indexing is not ("xy" or "ij"))
        {
            throw new ArgumentException($"Valid values for `indexing` are 'xy' and 'ij'. Received: {indexing}", nameof(indexing));
        }

        return RunMany(
            "Meshgrid",
            [.. x],
            t =>
            {
                var swap = indexing == "xy" && t.Length > 1;
                int Axis(int i) => swap && i < 2 ? 1 - i : i;
                var sizes = new Tensor[t.Length];
                for (var i = 0; i < t.Length; i++)
                {
                    sizes[Axis(i)] = RawOps.Size(t[i]);
                }

                return [.. t.Select((v, i) => RawOps.BroadcastTo(
                    RawOps.Reshape(v, RawOps.Constant([.. Enumerable.Range(0, t.Length).Select(d => d == Axis(i) ? -1 : 1)])),
                    RawOps.Dims(sizes)))];
            },
            ("indexing", indexing));
    }
}
