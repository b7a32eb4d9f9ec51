using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Log1p(Tensor x) => Op<Log1pOp>.Instance.Call1([x]);
}

/// <summary>Elementwise logarithm of 1 + x, exact for small x.</summary>
internal sealed class Log1pOp : FloatUnaryOp
{
    public override string Name => "Log1p";

    protected override int Cost => 16;

    protected override Complex OfComplex(Complex x) => Complex.Log(1 + x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => VectorLoop.Run<T, VectorFunctions.Log1P>(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, RawOps.AddV2(RawOps.Scalar(1, x.DType), x));
}
