namespace KerasNet;

public static partial class Ops
{
    /// <summary>A matrix with a vector on a diagonal, or a matrix's diagonal.</summary>
    /// <remarks>Python: <c>keras.ops.diag</c>.</remarks>
    /// <exception cref="ArgumentException">The tensor is neither a vector nor a matrix.</exception>
    public static Tensor Diag(Tensor x, int k = 0) => Run(
        "Diag",
        x,
        t => t.Rank switch
        {
            1 => RawOps.MatrixDiagV3(t, RawOps.Scalar(k), RawOps.Scalar(-1), RawOps.Scalar(-1), RawOps.Scalar(0, t.DType)),
            2 => RawOps.MatrixDiagPartV3(t, RawOps.Scalar(k), RawOps.Scalar(0, t.DType)),
            _ => throw new ArgumentException($"`x` must be 1d or 2d. Received: x.shape={t.Shape}", nameof(x)),
        },
        ("k", k));
}
