using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Asinh(Tensor x) => Op<AsinhOp>.Instance.Call1([x]);
}

/// <summary>Elementwise inverse hyperbolic sine.</summary>
internal sealed class AsinhOp : FloatUnaryOp
{
    public override string Name => "Asinh";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Log(x + Complex.Sqrt((x * x) + 1));

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Asinh(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RealDiv(dy, RawOps.Cosh(y));
}
