using System.Numerics;
using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Sigmoid(Tensor x) => Op<SigmoidOp>.Instance.Call1([x]);
}

/// <summary>Elementwise 1 / (1 + e^-x).</summary>
internal sealed class SigmoidOp : FloatUnaryOp
{
    public override string Name => "Sigmoid";

    protected override int Cost => 8;

    protected override void Compute<T>(ReadOnlySpan<T> x, Span<T> y) => SigmoidOf(x, y);

    private static void SigmoidOf<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!x.IsEmpty)
        {
            TensorPrimitives.Sigmoid(x, y);
        }
    }

    protected override Tensor? Derivative(Tensor x, Tensor y, Tensor dy) => RawOps.SigmoidGrad(y, dy);
}
