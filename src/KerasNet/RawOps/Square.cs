using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Square(Tensor x) => Op<SquareOp>.Instance.Call1([x]);
}

/// <summary>Elementwise square.</summary>
internal sealed class SquareOp : NumberUnaryOp
{
    public override string Name => "Square";

    protected override Complex OfComplex(Complex x) => x * x;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Multiply(x, x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Mul(x, RawOps.Scalar(2, x.DType)));
}
