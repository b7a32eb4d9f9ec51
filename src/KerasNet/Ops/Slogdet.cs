namespace KerasNet;

public static partial class Ops
{
    /// <summary>Signs of the determinants of square matrices, and logarithms of their absolute values.</summary>
    /// <remarks>Python: <c>keras.ops.slogdet</c>.</remarks>
    public static (Tensor Sign, Tensor LogAbsDet) Slogdet(Tensor x)
    {
        var both = RunMany("Slogdet", [x], static t =>
        {
            var (sign, log) = RawOps.LogMatrixDeterminant(Square2D(t[0]));
            return [sign, log];
        });
        return (both[0], both[1]);
    }
}
