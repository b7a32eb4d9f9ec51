using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Zeros around a tensor: a pair (before, after) for each axis. <paramref name="known"/> tells what is known of the result when the pairs are symbolic.</summary>
    public static Tensor Pad(Tensor x, Tensor paddings, TensorShape? known = null) => known is null || paddings.IsConcrete
        ? Op<PadOp>.Instance.Call1([x, paddings])
        : Op<PadOp>.Instance.Call1([x, paddings], ("known", known));

    /// <summary>Zeros around a value, at once on the managed backend: for kernels that begin with a padding.</summary>
    public static Tensor PadNow(Tensor x, ReadOnlySpan<int> paddings)
    {
        var y = new Tensor[1];
        ManagedBackend.Run(new Node(Op<PadOp>.Instance, [x, Tensor.Create(paddings, (x.Rank, 2))], []), [x, Tensor.Create(paddings, (x.Rank, 2))], y);
        return y[0];
    }
}

/// <summary>Zeros around a tensor.</summary>
internal sealed class PadOp : PaddingOp
{
    public override string Name => "Pad";

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [Inner(node, dy[0]!), null];

    public override void Run(Kernel kernel)
    {
        var y = kernel.Allocate(0, Padded(kernel.Node, kernel.Input(0).Shape, Pairs(kernel.Input(1))));
        y.WritableBytes().Clear();
        Place(kernel.Input(0), y, Pairs(kernel.Input(1)));
    }
}
