using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Atan2(Tensor a, Tensor b) => Op<Atan2Op>.Instance.Call1([a, b]);
}

/// <summary>Angle of the point (b, a), from -π to π, with broadcasting.</summary>
internal sealed class Atan2Op : FloatBinaryOp
{
    public override string Name => "Atan2";

    protected override int Cost => 8;

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y) => TensorPrimitives.Atan2(a, b, y);

    protected override (Tensor?, Tensor?) Derivative(Tensor a, Tensor b, Tensor y, Tensor dy)
    {
        var d = RawOps.RealDiv(dy, RawOps.AddV2(RawOps.Square(a), RawOps.Square(b)));
        return (RawOps.Mul(b, d), RawOps.Neg(RawOps.Mul(a, d)));
    }
}
