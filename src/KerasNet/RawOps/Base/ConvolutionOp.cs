using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>What the nine convolution ops share: their attributes, the rules for them, and the sizes that follow.</summary>
internal abstract class ConvolutionOp : FloatOp
{
    protected abstract ConvolutionKind Kind { get; }

    public sealed override bool IsHostAttribute(string name) => name == "known";

    /// <summary>Checks attributes and channels, and gives the output's shape for an input and a filter.</summary>
    protected TensorShape OutputShape(Node node, TensorShape x, TensorShape filter)
    {
        var rank = Kind.SpatialRank + 2;
        if (x.Rank != rank || filter.Rank != rank)
        {
            throw node.Error($"expects an input and a filter of rank {rank}. Received: {x} and {filter}.");
        }

        CheckSteps(node, "strides");
        CheckSteps(node, "dilations");
        var first = ChannelsFirst(node);
        var channels = x[first ? 1 : rank - 1];
        var outChannels = Channels(node, channels, filter);
        var output = x.With(first ? 1 : rank - 1, outChannels);
        for (var i = 0; i < Kind.SpatialRank; i++)
        {
            var axis = (first ? 2 : 1) + i;
            output = output.With(axis, OutputSize(node, x, filter, i));
        }

        return output;
    }

    /// <summary>The shape that a gradient is asked for: the constant input, or what is known of it.</summary>
    protected TensorShape AskedShape(Node node, int input) => node.ConstantInts(input) is { } dims
        ? new TensorShape(dims)
        : node.Attr("known", new TensorShape(Enumerable.Repeat(-1, Kind.SpatialRank + 2).ToArray()));

    protected static void CheckTypes(Node node, Tensor a, Tensor b)
    {
        if (a.DType != b.DType || !a.DType.IsFloating())
        {
            throw node.Error($"expects tensors of one floating-point type. Received: {a.DType.Name()} and {b.DType.Name()}.");
        }
    }

    protected static bool ChannelsFirst(Node node) => node.Attr<string>("data_format")[1] == 'C';

    /// <summary>Runs on tensors whose channels are last.</summary>
    protected ConvolutionRun Geometry(Node node, TensorShape x, TensorShape filter, TensorShape output)
    {
        var (strides, dilations) = (Spatial(node, "strides"), Spatial(node, "dilations"));
        var before = new int[Kind.SpatialRank];
        for (var i = 0; i < before.Length; i++)
        {
            before[i] = node.Attr<string>("padding") switch
            {
                "SAME" => SpatialPadding.Same(x[1 + i], filter[i], strides[i], dilations[i]).Before,
                "EXPLICIT" => Explicit(node, i).Before,
                _ => 0,
            };
        }

        return new ConvolutionRun(x.ToArray(), filter.ToArray(), output.ToArray(), strides, dilations, before, Kind.IsDepthwise);
    }

    private static int OutputSize(Node node, TensorShape x, TensorShape filter, int i)
    {
        var (size, window) = (x[(ChannelsFirst(node) ? 2 : 1) + i], filter[i]);
        var same = node.Attr<string>("padding") == "SAME";
        if (size < 0 || (window < 0 && !same))
        {
            return -1;
        }

        var (stride, dilation) = (Spatial(node, "strides")[i], Spatial(node, "dilations")[i]);
        var padding = node.Attr<string>("padding");
        if (same)
        {
            // The window's size, which may come with the run, does not matter here.
            return SpatialPadding.Same(size, Math.Max(window, 1), stride, dilation).Output;
        }

        var (before, after) = padding == "EXPLICIT" ? Explicit(node, i) : (0, 0);
        var room = size + before + after - ((window - 1) * dilation) - 1;
        return room >= 0
            ? (room / stride) + 1
            : throw node.Error($"the window ({window} elements, dilation {dilation}) is larger than axis {i} of the input {x}. Use padding \"same\", a smaller kernel or a larger input.");
    }

    private int Channels(Node node, int channels, TensorShape filter)
    {
        var (own, last) = (filter[^2], filter[^1]);
        if (Kind.IsDepthwise)
        {
            return channels >= 0 && own >= 0 && channels != own
                ? throw node.Error($"the filter {filter} is for {own} channels. Received: an input of {channels} channels.")
                : own < 0 || last < 0 ? -1 : own * last;
        }

        return channels >= 0 && own > 0 && (channels % own != 0 || (last >= 0 && last % (channels / own) != 0))
            ? throw node.Error($"the number of input channels must be evenly divisible by the filter's {own}, and its {last} outputs by the number of groups. Received: {channels} input channels.")
            : last;
    }

    private void CheckSteps(Node node, string attribute)
    {
        var steps = node.Attr<int[]>(attribute);
        var spatial = steps.Length == Kind.SpatialRank + 2 ? Spatial(node, attribute) : [];
        var channelAxis = ChannelsFirst(node) ? 1 : steps.Length - 1;
        if (spatial.Length == 0 || steps.Min() < 1 || steps[0] != 1 || steps[channelAxis] != 1)
        {
            throw node.Error($"{attribute} must be {Kind.SpatialRank + 2} positive numbers, 1 for batch and channels. Received: ({string.Join(", ", steps)}).");
        }

        if (Kind.IsDepthwise && attribute == "strides" && spatial[0] != spatial[1])
        {
            throw node.Error($"depthwise convolution has equal strides in both directions. Received: ({string.Join(", ", spatial)}).");
        }
    }

    private static int[] Spatial(Node node, string attribute)
    {
        var steps = node.Attr<int[]>(attribute);
        return ChannelsFirst(node) ? steps[2..] : steps[1..^1];
    }

    private static (int Before, int After) Explicit(Node node, int i)
    {
        var pairs = node.Attr<int[]>("explicit_paddings");
        var at = 2 * ((ChannelsFirst(node) ? 2 : 1) + i);
        return pairs.Length > at + 1
            ? (pairs[at], pairs[at + 1])
            : throw node.Error($"explicit_paddings needs a pair for each axis. Received: ({string.Join(", ", pairs)}).");
    }
}
