namespace KerasNet;

public static partial class Ops
{
    /// <summary>Pairs along the last axis as complex numbers.</summary>
    /// <remarks>Python: <c>keras.ops.view_as_complex</c>.</remarks>
    /// <exception cref="ArgumentException">The last axis has not two elements.</exception>
    public static Tensor ViewAsComplex(Tensor x) => Run("ViewAsComplex", x, static t =>
    {
        if (t.Rank < 1 || t.Shape[^1] != 2)
        {
            throw new ArgumentException($"Last dimension of input must be size 2 (real and imaginary). Received shape: {t.Shape}", nameof(x));
        }

        var parts = RawOps.Unpack(RawOps.Cast(t, DataType.Float32), 2, t.Rank - 1);
        return RawOps.Complex(parts[0], parts[1]);
    });

    /// <summary>Complex numbers as pairs along a new last axis.</summary>
    /// <remarks>Python: <c>keras.ops.view_as_real</c>.</remarks>
    public static Tensor ViewAsReal(Tensor x) => Run("ViewAsReal", x, static t =>
        RawOps.Pack([Real(t), Imag(t)], t.Rank));
}
