using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Relu6(Tensor x) => Op<Relu6Op>.Instance.Call1([x]);
}

/// <summary>Elementwise <c>min(max(x, 0), 6)</c>.</summary>
internal sealed class Relu6Op : ActivationOp
{
    public override string Name => "Relu6";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
    {
        var six = T.CreateChecked(6);
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = T.Min(T.Max(x[i], T.Zero), six);
        }
    }

    protected override Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy) => RawOps.Relu6Grad(dy, y);
}
