namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>1 / (1 + exp(−x))</c>.</summary>
    /// <remarks>Python: <c>keras.ops.sigmoid</c>. A cross-entropy of the result is computed from <paramref name="x"/> itself, which is exact.</remarks>
    public static Tensor Sigmoid(Tensor x) => Run("Sigmoid", x, static t =>
    {
        var y = RawOps.Sigmoid(t);
        y.Logits = t;
        return y;
    });
}
