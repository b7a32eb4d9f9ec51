using KerasNet.Backends.Managed;
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

    protected override void Other(Kernel kernel)
    {
        var x = kernel.Input(0);
        var wide = Tensor.Allocate(DataType.Float64, x.Shape);
        CastOp.Convert(x, wide);
        Compute<double>(kernel.Node, wide.AsSpan<double>(), wide.Writable<double>());
        CastOp.Convert(wide, kernel.Allocate(0, x.Shape));
    }

    protected override Tensor Derivative(Node node, Tensor x, Tensor y, Tensor dy) => RawOps.Relu6Grad(dy, y);
}
