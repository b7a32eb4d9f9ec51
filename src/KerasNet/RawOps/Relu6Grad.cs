using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Relu6Grad(Tensor gradients, Tensor features) => Op<Relu6GradOp>.Instance.Call1([gradients, features]);
}

/// <summary>The gradient where the features lie between 0 and 6, else 0.</summary>
internal sealed class Relu6GradOp : ActivationGradOp
{
    public override string Name => "Relu6Grad";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
    {
        var six = T.CreateChecked(6);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = features[i] > T.Zero && features[i] < six ? gradients[i] : T.Zero;
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy) =>
        (RawOps.Relu6Grad(dy, features), null);
}
