using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sin(Tensor x) => Op<SinOp>.Instance.Call1([x]);
}

/// <summary>Elementwise sine.</summary>
internal sealed class SinOp : FloatUnaryOp
{
    public override string Name => "Sin";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Sin(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sin(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Mul(dy, RawOps.Cos(x));
}
