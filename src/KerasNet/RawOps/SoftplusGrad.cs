using System.Numerics.Tensors;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SoftplusGrad(Tensor gradients, Tensor features) => Op<SoftplusGradOp>.Instance.Call1([gradients, features]);
}

/// <summary>Gradient of Softplus by its input: dy σ(x).</summary>
internal sealed class SoftplusGradOp : FusedGradientOp
{
    public override string Name => "SoftplusGrad";

    protected override void Compute<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> z)
    {
        TensorPrimitives.Sigmoid(b, z);
        TensorPrimitives.Multiply(a, z, z);
    }

    protected override (Tensor? Da, Tensor? Db) Derivative(Tensor gradients, Tensor features, Tensor z, Tensor dz) =>
        (RawOps.SoftplusGrad(dz, features),
        RawOps.SigmoidGrad(RawOps.Sigmoid(features), RawOps.Mul(gradients, dz)));
}
