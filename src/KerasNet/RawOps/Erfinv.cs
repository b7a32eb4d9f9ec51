using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Erfinv(Tensor x) => Op<ErfinvOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse of the error function.</summary>
internal sealed class ErfinvOp : FloatUnaryOp
{
    public override string Name => "Erfinv";

    protected override int Cost => 64;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateChecked(SpecialFunctions.ErfInverse(double.CreateChecked(x[i])));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Mul(RawOps.Scalar(Math.Sqrt(Math.PI) / 2, x.DType), RawOps.Exp(RawOps.Square(y))));
}
