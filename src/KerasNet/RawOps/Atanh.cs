using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Atanh(Tensor x) => Op<AtanhOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse hyperbolic tangent.</summary>
internal sealed class AtanhOp : FloatUnaryOp
{
    public override string Name => "Atanh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => (Complex.Log(1 + x) - Complex.Log(1 - x)) / 2;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Atanh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, RawOps.Sub(RawOps.Scalar(1, x.DType), RawOps.Square(x)));
}
