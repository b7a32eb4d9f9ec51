namespace KerasNet;

public static partial class Ops
{
    /// <summary>Keras's rules for matrices.</summary>
    private static Tensor AtLeast2D(Tensor x) => x.Rank >= 2 ? x
        : throw new ArgumentException($"Expected input to have rank >= 2. Received input with shape {x.Shape}.", nameof(x));

    private static Tensor Square2D(Tensor x) => AtLeast2D(x).Shape[^1] == x.Shape[^2] ? x
        : throw new ArgumentException($"Expected a square matrix. Received non-square input with shape {x.Shape}", nameof(x));

    private static void CheckSystem(Tensor a, Tensor b)
    {
        Square2D(a);
        if (b.Rank == 0)
        {
            throw new ArgumentException($"Expected input to have rank >= 1. Received scalar input {b}.", nameof(b));
        }

        var axis = b.Rank == a.Rank - 1 ? ^1 : ^2;
        if (b.Rank != a.Rank && b.Rank != a.Rank - 1)
        {
            throw new ArgumentException($"Incompatible shapes between `a` and `b`. Expected `b` to have as many axes as `a`, or one less. Received: a.shape={a.Shape}, b.shape={b.Shape}", nameof(b));
        }

        if (a.Shape[^2] != b.Shape[axis])
        {
            throw new ArgumentException($"Incompatible shapes between `a` and `b`. Expected `a.shape[-2] == b.shape[{(b.Rank == a.Rank - 1 ? -1 : -2)}]`. Received: a.shape={a.Shape}, b.shape={b.Shape}", nameof(b));
        }
    }

    private static Tensor MatrixTransposed(Tensor x) => RawOps.Transpose(x, [.. Enumerable.Range(0, x.Rank - 2), x.Rank - 1, x.Rank - 2]);
}
