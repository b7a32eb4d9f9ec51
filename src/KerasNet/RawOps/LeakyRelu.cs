using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor LeakyRelu(Tensor x, float alpha = 0.2f) => Op<LeakyReluOp>.Instance.Call1([x], ("alpha", alpha));
}

/// <summary>Elementwise <c>x</c> where positive, else <c>alpha · x</c>.</summary>
internal sealed class LeakyReluOp : ActivationOp
{
    public override string Name => "LeakyRelu";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
    {
        var alpha = T.CreateChecked(node.Attr<float>("alpha"));
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] > T.Zero ? x[i] : x[i] * alpha;
        }
    }

    protected override Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy) => RawOps.LeakyReluGrad(dy, x, node.Attr<float>("alpha"));
}
