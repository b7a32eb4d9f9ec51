namespace KerasNet;

public static partial class Ops
{
    /// <summary>Complex eigenvalues of square matrices, and vectors of length 1 in columns.</summary>
    /// <remarks>Python: <c>keras.ops.eig</c>. Take the parts with <see cref="Real"/> and <see cref="Imag"/>; symmetric matrices have <see cref="Eigh"/>.</remarks>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eig(Tensor x)
    {
        var both = RunMany("Eig", [x], static t =>
        {
            var (values, vectors) = RawOps.Eig(Square2D(t[0]));
            return [values, vectors];
        });
        return (both[0], both[1]);
    }
}
