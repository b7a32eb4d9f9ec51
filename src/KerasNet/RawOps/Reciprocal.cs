using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Reciprocal(Tensor x) => Op<ReciprocalOp>.Instance.Call1([x]);
}

/// <summary>Elementwise 1 / x.</summary>
internal sealed class ReciprocalOp : FloatUnaryOp
{
    public override string Name => "Reciprocal";

    protected override Complex OfComplex(Complex x) => 1 / x;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Reciprocal(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.ReciprocalGrad(y, dy);
}
