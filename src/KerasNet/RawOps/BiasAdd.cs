using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BiasAdd(Tensor value, Tensor bias, string dataFormat = "NHWC") =>
        Op<BiasAddOp>.Instance.Call1([value, bias], ("data_format", dataFormat));
}

/// <summary>Adds one number per channel; channels are the last axis (NHWC) or the second one (NCHW).</summary>
internal sealed class BiasAddOp : FloatOp
{
    public override string Name => "BiasAdd";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, b) = (node.Inputs[0], node.Inputs[1]);
        if (x.Rank < 2 || b.Rank != 1 || x.DType != b.DType)
        {
            throw node.Error($"expects a value of rank 2 or more and a bias of rank 1, of one data type. Received: {x.Shape} of {x.DType.Name()} and {b.Shape} of {b.DType.Name()}.");
        }

        var axis = ChannelAxis(node, x);
        return x.Shape[axis] >= 0 && b.Shape[0] >= 0 && x.Shape[axis] != b.Shape[0]
            ? throw node.Error($"the bias needs one number for each of the {x.Shape[axis]} channels (axis {axis} of {x.Shape}). Received: {b.Shape[0]}.")
            : [new(x.DType, x.Shape[axis] >= 0 ? x.Shape : x.Shape.With(axis, b.Shape[0]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [dy[0], RawOps.BiasAddGrad(dy[0]!, node.Attr<string>("data_format"))];

    protected override void Compute<T>(Kernel kernel)
    {
        var x = kernel.Input(0);
        if (ChannelAxis(kernel.Node, x) == x.Rank - 1)
        {
            Broadcasting.Run<T, T>(x, kernel.Input(1), kernel.Allocate(0, x.Shape, DataTypes.Of(typeof(T))), TensorPrimitives.Add);
            return;
        }

        var px = x.AsSpan<T>();
        var bias = kernel.Input(1).AsSpan<T>();
        var y = Allocate<T>(kernel, 0, x.Shape);
        var plane = y.Length == 0 ? 1 : y.Length / (x.Shape[0] * bias.Length);
        for (var i = 0; i < y.Length; i += plane)
        {
            TensorPrimitives.Add(px.Slice(i, plane), bias[i / plane % bias.Length], y.Slice(i, plane));
        }
    }

    public static int ChannelAxis(Node node, Tensor x) => node.Attr("data_format", "NHWC") == "NCHW" ? 1 : x.Rank - 1;
}
