using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LeakyReluGrad(Tensor gradients, Tensor features, float alpha = 0.2f) =>
        Op<LeakyReluGradOp>.Instance.Call1([gradients, features], ("alpha", alpha));
}

/// <summary>The gradient where the features are positive, else <c>alpha</c> times the gradient.</summary>
internal sealed class LeakyReluGradOp : ActivationGradOp
{
    public override string Name => "LeakyReluGrad";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
    {
        var alpha = T.CreateChecked(node.Attr<float>("alpha"));
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = features[i] > T.Zero ? gradients[i] : gradients[i] * alpha;
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy) =>
        (RawOps.LeakyReluGrad(dy, features, node.Attr<float>("alpha")), null);
}
