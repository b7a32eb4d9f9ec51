namespace KerasNet;

public static partial class Ops
{
    /// <summary>A matrix of ones on and below a diagonal, zeros above.</summary>
    /// <remarks>Python: <c>keras.ops.tri</c>.</remarks>
    public static Tensor Tri(int n, int? m = null, int k = 0, DataType? dtype = null) => Tril(Ones((n, m ?? n), dtype), Math.Min(k, m ?? n));
}
