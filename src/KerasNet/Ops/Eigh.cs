namespace KerasNet;

public static partial class Ops
{
    /// <summary>Eigenvalues of symmetric matrices in ascending order, and vectors of length 1 in columns. Only the lower triangles are read.</summary>
    /// <remarks>Python: <c>keras.ops.eigh</c>.</remarks>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor x)
    {
        var both = RunMany("Eigh", [x], static t =>
        {
            var (values, vectors) = RawOps.SelfAdjointEigV2(Square2D(t[0]));
            return [values, vectors];
        });
        return (both[0], both[1]);
    }
}
