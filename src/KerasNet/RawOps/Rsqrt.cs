using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Rsqrt(Tensor x) => Op<RsqrtOp>.Instance.Call1([x]);
}

/// <summary>Elementwise 1 / √x.</summary>
internal sealed class RsqrtOp : FloatUnaryOp
{
    public override string Name => "Rsqrt";

    protected override Complex OfComplex(Complex x) => 1 / Complex.Sqrt(x);

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.ReciprocalSqrt(x, y);

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.RsqrtGrad(y, dy);
}
