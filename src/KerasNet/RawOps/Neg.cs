using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Neg(Tensor x) => Op<NegOp>.Instance.Call1([x]);
}

/// <summary>Elementwise negative.</summary>
internal sealed class NegOp : NumberUnaryOp
{
    public override string Name => "Neg";

    protected override Complex OfComplex(Complex x) => -x;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Negate(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Neg(dy);
}
