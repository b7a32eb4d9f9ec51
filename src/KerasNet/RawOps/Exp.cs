using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Exp(Tensor x) => Op<ExpOp>.Instance.Call1([x]);
}

/// <summary>Elementwise e to the power x.</summary>
internal sealed class ExpOp : FloatUnaryOp
{
    public override string Name => "Exp";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Exp(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Exp(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, y);
}
