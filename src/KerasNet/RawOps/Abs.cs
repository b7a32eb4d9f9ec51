using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Abs(Tensor x) => Op<AbsOp>.Instance.Call1([x]);
}

/// <summary>Elementwise absolute value.</summary>
internal sealed class AbsOp : NumberUnaryOp
{
    public override string Name => "Abs";

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Abs(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Sign(x));
}
