using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Elu(Tensor x) => Op<EluOp>.Instance.Call1([x]);
}

/// <summary>Elementwise <c>x</c> where positive, else <c>exp(x) − 1</c>.</summary>
internal sealed class EluOp : ActivationOp
{
    public override string Name => "Elu";

    protected override void Compute<T>(Node node, ReadOnlySpan<T> x, Span<T> y)
    {
        for (var i = 0; i < y.Length; i++)
        {
            y[i] = x[i] < T.Zero ? T.ExpM1(x[i]) : x[i];
        }
    }

    protected override Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy) => RawOps.EluGrad(dy, y);
}
