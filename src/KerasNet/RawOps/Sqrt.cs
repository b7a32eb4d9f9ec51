using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sqrt(Tensor x) => Op<SqrtOp>.Instance.Call1([x]);
}

/// <summary>Elementwise square root.</summary>
internal sealed class SqrtOp : FloatUnaryOp
{
    public override string Name => "Sqrt";

    protected override Complex OfComplex(Complex x) => Complex.Sqrt(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Sqrt(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.SqrtGrad(y, dy);
}
