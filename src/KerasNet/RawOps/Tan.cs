using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Tan(Tensor x) => Op<TanOp>.Instance.Call1([x]);
}

/// <summary>Elementwise tangent.</summary>
internal sealed class TanOp : FloatUnaryOp
{
    public override string Name => "Tan";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Tan(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Tan(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.AddV2(RawOps.Scalar(1, x.DType), RawOps.Square(y)));
}
