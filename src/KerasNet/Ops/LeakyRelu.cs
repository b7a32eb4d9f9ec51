namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise <c>x</c> where positive, else <c>negativeSlope · x</c>.</summary>
    /// <remarks>Python: <c>keras.ops.leaky_relu</c>.</remarks>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2) => Run("LeakyRelu", x, t => RawOps.LeakyRelu(ToFloat(t), (float)negativeSlope), ("negative_slope", negativeSlope));
}
