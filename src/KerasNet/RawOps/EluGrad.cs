using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor EluGrad(Tensor gradients, Tensor outputs) => Op<EluGradOp>.Instance.Call1([gradients, outputs]);
}

/// <summary>The gradient of Elu from its outputs: times <c>output + 1</c> where they are negative.</summary>
internal sealed class EluGradOp : ActivationGradOp
{
    public override string Name => "EluGrad";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = features[i] < T.Zero ? gradients[i] * (features[i] + T.One) : gradients[i];
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy) =>
        (RawOps.EluGrad(dy, features), RawOps.ReluGrad(RawOps.Mul(dy, gradients), RawOps.Neg(features)));
}
