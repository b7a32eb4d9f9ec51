using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Cos(Tensor x) => Op<CosOp>.Instance.Call1([x]);
}

/// <summary>Elementwise cosine.</summary>
internal sealed class CosOp : FloatUnaryOp
{
    public override string Name => "Cos";

    protected override int Cost => 8;

    protected override Complex OfComplex(Complex x) => Complex.Cos(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Cos(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.Neg(RawOps.Mul(dy, RawOps.Sin(x)));
}
