using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Normalised images, and the batch's mean and variance; the last three outputs are for the gradient.</summary>
    public static Tensor[] FusedBatchNormV3(
        Tensor x, Tensor scale, Tensor offset, Tensor mean, Tensor variance, float epsilon, bool isTraining, string dataFormat = "NHWC") =>
        Op<FusedBatchNormV3Op>.Instance.Call(
            [x, scale, offset, mean, variance],
            ("U", DataType.Float32), ("epsilon", epsilon), ("exponential_avg_factor", 1f), ("data_format", dataFormat), ("is_training", isTraining));
}

/// <summary>Batch normalisation in one kernel: with the batch's statistics while training, with given ones else.</summary>
internal sealed class FusedBatchNormV3Op : FloatOp
{
    public override string Name => "FusedBatchNormV3";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var c = x.Rank is 4 or 5 ? new TensorShape(x.Shape[ChannelAxis(node, x)]) : throw node.Error($"expects an input of rank 4 or 5. Received: {x.Shape}.");
        for (var i = 1; i < 5; i++)
        {
            var unused = i > 2 && node.Attr<bool>("is_training");
            if (node.Inputs[i].Rank != 1 || (!unused && !node.Inputs[i].Shape.IsCompatibleWith(c)))
            {
                throw node.Error($"scale, offset, mean and variance need one number for each channel, shape {c}. Received: {node.Inputs[i].Shape}.");
            }
        }

        var u = node.Inputs[1].DType;
        return [new(x.DType, x.Shape), new(u, c), new(u, c), new(u, c), new(u, c), new(u, TensorShape.Scalar)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        if (dy[1] is not null || dy[2] is not null)
        {
            throw new NotSupportedException($"Op '{Name}' of '{node.Name}' has no gradient by its batch mean and variance. Use Ops.Moments where one is needed.");
        }

        var training = node.Attr<bool>("is_training");
        var (x, scale) = (node.Inputs[0], node.Inputs[1]);
        var (mean, variance) = training ? (node.Outputs[3], node.Outputs[4]) : (node.Inputs[3], node.Inputs[4]);
        var d = RawOps.FusedBatchNormGradV3(dy[0]!, x, scale, mean, variance, node.Outputs[5], node.Attr<float>("epsilon"), training, node.Attr<string>("data_format"));
        return [d[0], d[1], d[2], null, null];
    }

    /// <summary>Channels are the second axis in NCHW and NCDHW, else the last.</summary>
    public static int ChannelAxis(Node node, Tensor x) => node.Attr<string>("data_format")[1] == 'C' ? 1 : x.Rank - 1;

    protected override void Compute<T>(Kernel kernel)
    {
        var node = kernel.Node;
        var first = node.Attr<string>("data_format")[1] == 'C';
        var x = ChannelOrder.Last<T>(kernel.Input(0), first);
        var y = kernel.Allocate(0, kernel.Input(0).Shape, x.DType);
        var result = ChannelOrder.Like(y, first);
        TensorShape channels = x.Shape[^1];
        for (var i = 1; i < 5; i++)
        {
            kernel.Allocate(i, channels, x.DType);
        }

        Allocate<T>(kernel, 5, TensorShape.Scalar).Clear();
        BatchNormRun.Forward<T>(kernel, x, result, node.Attr<bool>("is_training"), T.CreateChecked(node.Attr<float>("epsilon")));
        ChannelOrder.Deliver<T>(result, y, first);
    }
}
