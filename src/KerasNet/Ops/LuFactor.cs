namespace KerasNet;

public static partial class Ops
{
    /// <summary>Square matrices as lower triangles (with ones on the diagonal) and upper ones, both in one, and where each row went.</summary>
    /// <remarks>Python: <c>keras.ops.lu_factor</c>.</remarks>
    public static (Tensor Lu, Tensor Piv) LuFactor(Tensor x)
    {
        if (x.IsConcrete && AtLeast2D(x).Shape[^1] != x.Shape[^2])
        {
            throw new ArgumentException($"LU decomposition failed: Expected a square matrix. Received non-square input with shape {x.Shape}. LU decomposition is only supported for square matrices.", nameof(x));
        }

        var both = RunMany("LuFactor", [x], static t =>
        {
            var (lu, p) = RawOps.Lu(AtLeast2D(t[0]));
            var order = p.Rank == 1 ? RawOps.InvertPermutation(p) : Sorted(p, -1).Positions;
            return [lu, order];
        });
        return (both[0], both[1]);
    }
}
