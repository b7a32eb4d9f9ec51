using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Expm1(Tensor x) => Op<Expm1Op>.Instance.Call1([x]);
}

/// <summary>Elementwise e to the power x, minus 1, exact for small x.</summary>
internal sealed class Expm1Op : FloatUnaryOp
{
    public override string Name => "Expm1";

    protected override int Cost => 16;

    protected override Complex OfComplex(Complex x) => Complex.Exp(x) - 1;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => VectorLoop.Run<T, VectorFunctions.ExpM1>(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.AddV2(y, RawOps.Scalar(1, x.DType)));
}
