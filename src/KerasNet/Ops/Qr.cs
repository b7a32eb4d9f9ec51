namespace KerasNet;

public static partial class Ops
{
    /// <summary>Matrices as orthogonal ones times upper triangles.</summary>
    /// <remarks>Python: <c>keras.ops.qr</c>.</remarks>
    /// <param name="x">Matrices <c>(..., m, n)</c>.</param>
    /// <param name="mode"><c>reduced</c>: Q has min(m, n) columns; <c>complete</c>: Q is square.</param>
    /// <exception cref="ArgumentException">The mode is unknown, or a size is not known.</exception>
    public static (Tensor Q, Tensor R) Qr(Tensor x, string mode = "reduced")
    {
        if (mode is not ("reduced" or "complete"))
        {
            throw new ArgumentException($"`mode` argument value not supported. Expected one of {{'reduced', 'complete'}}. Received: mode={mode}", nameof(mode));
        }

        if (AtLeast2D(x).Shape[^1] < 0 || x.Shape[^2] < 0)
        {
            throw new ArgumentException($"Input should have its last 2 dimensions fully-defined. Received: input.shape = {x.Shape}", nameof(x));
        }

        var both = RunMany(
            "Qr",
            [x],
            t =>
            {
                var half = t[0].DType == DataType.Float16;
                var (q, r) = RawOps.Qr(half ? RawOps.Cast(t[0], DataType.Float32) : t[0], mode == "complete");
                return [RawOps.Cast(q, t[0].DType), RawOps.Cast(r, t[0].DType)];
            },
            ("mode", mode));
        return (both[0], both[1]);
    }
}
