using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>What the pooling ops share: attributes, sizes and the way to the kernels.</summary>
internal abstract class PoolOp : FloatOp
{
    protected abstract int SpatialRank { get; }

    public sealed override bool IsHostAttribute(string name) => name == "known";

    public static (string Name, object Value)[] Attributes(int[] ksize, int[] strides, string padding, string dataFormat) =>
        [("ksize", ksize), ("strides", strides), ("padding", padding), ("data_format", dataFormat)];

    protected static IEnumerable<(string, object)> Shared(Node node) => node.Attributes.Where(a => a.Name != "known");

    protected TensorShape OutputShape(Node node, TensorShape x)
    {
        if (x.Rank != SpatialRank + 2)
        {
            throw node.Error($"expects an input of rank {SpatialRank + 2}. Received: {x}.");
        }

        Check(node, "ksize");
        Check(node, "strides");
        var (window, strides) = (Spatial(node, "ksize"), Spatial(node, "strides"));
        for (var i = 0; i < SpatialRank; i++)
        {
            var axis = (ChannelsFirst(node) ? 2 : 1) + i;
            x = x.With(axis, Size(node, x[axis], window[i], strides[i]));
        }

        return x;
    }

    protected static bool ChannelsFirst(Node node) => node.Attr<string>("data_format")[1] == 'C';

    /// <summary>Kernels for shapes whose channels are last.</summary>
    protected PoolRun Geometry(Node node, TensorShape x, TensorShape y)
    {
        var (window, strides) = (Spatial(node, "ksize"), Spatial(node, "strides"));
        var before = new int[SpatialRank];
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = node.Attr<string>("padding") == "SAME" ? SpatialPadding.Same(x[1 + i], window[i], strides[i]).Before : 0;
        }

        return new PoolRun(x.ToArray(), window, y.ToArray(), strides, before);
    }

    private static int Size(Node node, int size, int window, int stride)
    {
        if (size < 0)
        {
            return -1;
        }

        if (node.Attr<string>("padding") == "SAME")
        {
            return SpatialPadding.Same(size, window, stride).Output;
        }

        return size >= window
            ? ((size - window) / stride) + 1
            : throw node.Error($"the window of {window} elements is larger than the input's {size}. Use padding \"same\", a smaller window or a larger input.");
    }

    private void Check(Node node, string attribute)
    {
        var steps = node.Attr<int[]>(attribute);
        if (steps.Length != SpatialRank + 2 || steps.Min() < 1 || steps[0] != 1 || steps[ChannelsFirst(node) ? 1 : ^1] != 1)
        {
            throw node.Error($"{attribute} must be {SpatialRank + 2} positive numbers, 1 for batch and channels. Received: ({string.Join(", ", steps)}).");
        }
    }

    private static int[] Spatial(Node node, string attribute)
    {
        var steps = node.Attr<int[]>(attribute);
        return ChannelsFirst(node) ? steps[2..] : steps[1..^1];
    }
}
