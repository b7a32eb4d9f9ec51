using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Asin(Tensor x) => Op<AsinOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse sine.</summary>
internal sealed class AsinOp : FloatUnaryOp
{
    public override string Name => "Asin";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Asin(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Asin(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Rsqrt(RawOps.Sub(RawOps.Scalar(1, x.DType), RawOps.Square(x))));
}
