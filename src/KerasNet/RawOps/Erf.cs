using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Erf(Tensor x) => Op<ErfOp>.Instance.Call1([x]);
}

/// <summary>Elementwise error function.</summary>
internal sealed class ErfOp : FloatUnaryOp
{
    public override string Name => "Erf";

    protected override int Cost => 16;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        if (typeof(T) != typeof(double))
        {
            VectorLoop.Run<T, VectorFunctions.Erf>(x, y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.CreateChecked(SpecialFunctions.Erf(double.CreateChecked(x[i])));
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Mul(RawOps.Scalar(2 / Math.Sqrt(Math.PI), x.DType), RawOps.Exp(RawOps.Neg(RawOps.Square(x)))));
}
