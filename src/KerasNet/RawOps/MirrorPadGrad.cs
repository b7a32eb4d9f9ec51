using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor MirrorPadGrad(Tensor dy, Tensor paddings, string mode, TensorShape known) =>
        Op<MirrorPadGradOp>.Instance.Call1([dy, paddings], ("mode", mode), ("known", known));
}

/// <summary>The way back of a mirror padding: mirror images are added where they came from.</summary>
internal sealed class MirrorPadGradOp : NumberOp
{
    public override string Name => "MirrorPadGrad";

    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, node.Attr<TensorShape>("known"))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.MirrorPad(dy[0]!, node.Inputs[1], node.Attr<string>("mode")), null];

    protected override void Compute<T>(Kernel kernel)
    {
        var (dy, pairs) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)));
        var dims = dy.Shape.ToArray();
        for (var i = 0; i < dims.Length; i++)
        {
            dims[i] -= pairs[2 * i] + pairs[(2 * i) + 1];
        }

        var y = Allocate<T>(kernel, new TensorShape(dims));
        var steps = StridedCopy.Steps(y.Shape);
        var edge = MirrorPadOp.Edge(kernel.Node);
        var places = new long[dims.Length][];
        for (var axis = 0; axis < dims.Length; axis++)
        {
            places[axis] = [.. Enumerable.Range(0, dy.Shape[axis]).Select(i => Source(i - pairs[2 * axis], dims[axis], edge) * steps[axis])];
        }

        y.Raw<T>().Clear();
        Add(dy.Raw<T>(), y.Raw<T>(), places, 0, 0);
    }

    private static int Source(int i, int size, int edge) => i < 0 ? -i - 1 + edge : i >= size ? (2 * size) - i - 1 - edge : i;

    private static void Add<T>(ReadOnlySpan<T> dy, Span<T> y, long[][] places, int axis, long offset)
        where T : INumber<T>
    {
        if (axis == places.Length)
        {
            y[(int)offset] += dy[0];
            return;
        }

        var step = dy.Length / places[axis].Length;
        for (var i = 0; i < places[axis].Length; i++)
        {
            Add(dy.Slice(i * step, step), y, places, axis + 1, offset + places[axis][i]);
        }
    }
}
