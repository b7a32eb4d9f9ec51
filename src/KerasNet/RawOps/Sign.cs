using System.Numerics;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sign(Tensor x) => Op<SignOp>.Instance.Call1([x]);
}

/// <summary>Elementwise sign: -1, 0 or 1.</summary>
internal sealed class SignOp : NumberUnaryOp
{
    public override string Name => "Sign";

    protected override Complex OfComplex(Complex x) => x == Complex.Zero ? x : x / Complex.Abs(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? -T.One : x[i];
        }
    }

    public override bool IsConstant => true;
}
