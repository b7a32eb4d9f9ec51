using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Atan(Tensor x) => Op<AtanOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse tangent.</summary>
internal sealed class AtanOp : FloatUnaryOp
{
    public override string Name => "Atan";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Atan(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Atan(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, RawOps.AddV2(RawOps.Scalar(1, x.DType), RawOps.Square(x)));
}
