using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor SeluGrad(Tensor gradients, Tensor outputs) => Op<SeluGradOp>.Instance.Call1([gradients, outputs]);
}

/// <summary>The gradient of Selu from its outputs.</summary>
internal sealed class SeluGradOp : ActivationGradOp
{
    public override string Name => "SeluGrad";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
    {
        var (scale, limit) = (T.CreateChecked(SeluOp.Scale), T.CreateChecked(SeluOp.ScaleAlpha));
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = gradients[i] * (features[i] < T.Zero ? features[i] + limit : scale);
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy) =>
        (RawOps.SeluGrad(dy, features), RawOps.ReluGrad(RawOps.Mul(dy, gradients), RawOps.Neg(features)));
}
