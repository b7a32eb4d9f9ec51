using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Cosh(Tensor x) => Op<CoshOp>.Instance.Call1([x]);
}

/// <summary>Elementwise hyperbolic cosine.</summary>
internal sealed class CoshOp : FloatUnaryOp
{
    public override string Name => "Cosh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Cosh(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Cosh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Sinh(x));
}
