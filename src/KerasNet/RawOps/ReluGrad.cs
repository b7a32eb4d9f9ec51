using System.Numerics;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor ReluGrad(Tensor gradients, Tensor features) => Op<ReluGradOp>.Instance.Call1([gradients, features]);
}

/// <summary>The gradient where the features are positive, else 0.</summary>
internal sealed class ReluGradOp : ActivationGradOp
{
    public override string Name => "ReluGrad";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> gradients, ReadOnlySpan<T> features, Span<T> y)
    {
        var i = 0;
        for (; i <= y.Length - Vector<T>.Count; i += Vector<T>.Count)
        {
            var positive = Vector.GreaterThan(new Vector<T>(features[i..]), Vector<T>.Zero);
            Vector.ConditionalSelect(positive, new Vector<T>(gradients[i..]), Vector<T>.Zero).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
        {
            y[i] = features[i] > T.Zero ? gradients[i] : T.Zero;
        }
    }

    protected override (Tensor?, Tensor?) Derivative(Node node, Tensor gradients, Tensor features, Tensor dy) =>
        (RawOps.ReluGrad(dy, features), null);
}
