using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Tanh(Tensor x) => Op<TanhOp>.Instance.Call1([x]);
}

/// <summary>Elementwise hyperbolic tangent.</summary>
internal sealed class TanhOp : FloatUnaryOp
{
    public override string Name => "Tanh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Tanh(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Tanh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.TanhGrad(y, dy);
}
