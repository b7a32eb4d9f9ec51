using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Acos(Tensor x) => Op<AcosOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse cosine.</summary>
internal sealed class AcosOp : FloatUnaryOp
{
    public override string Name => "Acos";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Acos(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Acos(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Neg(RawOps.Mul(dy, RawOps.Rsqrt(RawOps.Sub(RawOps.Scalar(1, x.DType), RawOps.Square(x)))));
}
