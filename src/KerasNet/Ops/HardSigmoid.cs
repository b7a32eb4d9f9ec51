namespace KerasNet;

public static partial class Ops
{
    /// <summary>Straight-line approximation of the sigmoid: <c>relu6(x + 3) / 6</c>.</summary>
    /// <remarks>Python: <c>keras.ops.hard_sigmoid</c>.</remarks>
    public static Tensor HardSigmoid(Tensor x) => Run("HardSigmoid", x, static t => HardSigmoidOf(t));

    private static Tensor HardSigmoidOf(Tensor x) => RawOps.RealDiv(RawOps.Relu6(RawOps.AddV2(x, Number(3, x))), Number(6, x));
}
