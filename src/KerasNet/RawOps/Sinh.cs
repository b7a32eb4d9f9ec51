using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sinh(Tensor x) => Op<SinhOp>.Instance.Call1([x]);
}

/// <summary>Elementwise hyperbolic sine.</summary>
internal sealed class SinhOp : FloatUnaryOp
{
    public override string Name => "Sinh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Sinh(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sinh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Cosh(x));
}
