using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static (Tensor A, Tensor B) BroadcastGradientArgs(Tensor a, Tensor b)
    {
        var axes = Op<BroadcastGradientArgsOp>.Instance.Call([a, b]);
        return (axes[0], axes[1]);
    }
}

/// <summary>The axes over which the gradients of a broadcast must be summed, for each of two shapes.</summary>
internal sealed class BroadcastGradientArgsOp : OpDefinition
{
    public override string Name => "BroadcastGradientArgs";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(DataType.Int32, -1), new(DataType.Int32, -1)];

    public override void Run(Kernel kernel)
    {
        var (a, b) = (NumberReader.Ints(kernel.Input(0)), NumberReader.Ints(kernel.Input(1)));
        var rank = Math.Max(a.Length, b.Length);
        int At(int[] s, int i) => i < rank - s.Length ? 1 : s[i - (rank - s.Length)];
        var axes = Enumerable.Range(0, rank);
        int[] ra = [.. axes.Where(i => At(a, i) == 1)];
        int[] rb = [.. axes.Where(i => At(b, i) == 1)];
        ra.CopyTo(kernel.Allocate(0, ra.Length).Writable<int>());
        rb.CopyTo(kernel.Allocate(1, rb.Length).Writable<int>());
    }
}
