namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise sum, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.add</c>.</remarks>
    public static Tensor Add(Tensor x1, Tensor x2) => Run("Add", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        return RawOps.AddV2(a, b);
    });
}
