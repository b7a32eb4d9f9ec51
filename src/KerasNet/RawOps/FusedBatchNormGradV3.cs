using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Gradients by input, scale and offset; mean and variance are the saved ones while training, the given ones else.</summary>
    public static Tensor[] FusedBatchNormGradV3(
        Tensor dy, Tensor x, Tensor scale, Tensor mean, Tensor variance, Tensor reserve, float epsilon, bool isTraining, string dataFormat = "NHWC") =>
        Op<FusedBatchNormGradV3Op>.Instance.Call(
            [dy, x, scale, mean, variance, reserve],
            ("U", DataType.Float32), ("epsilon", epsilon), ("data_format", dataFormat), ("is_training", isTraining));
}

/// <summary>Gradients of batch normalisation.</summary>
internal sealed class FusedBatchNormGradV3Op : FloatOp
{
    public override string Name => "FusedBatchNormGradV3";

    public override TensorSpec[] Infer(Node node)
    {
        var (dy, x, scale) = (node.Inputs[0], node.Inputs[1], node.Inputs[2]);
        return !dy.Shape.IsCompatibleWith(x.Shape)
            ? throw node.Error($"the gradient must have the input's shape {x.Shape}. Received: {dy.Shape}.")
            : !node.Attr<bool>("is_training") && FusedBatchNormV3Op.ChannelAxis(node, x) == 1
            ? throw node.Error("with given statistics the channels must be last. Transpose the input.")
            : [new(x.DType, x.Shape), new(scale.DType, scale.Shape), new(scale.DType, scale.Shape), new(scale.DType, 0), new(scale.DType, 0)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => node.Attr<bool>("is_training")
        ? new BatchNormSecond(node).Training(dy)
        : new BatchNormSecond(node).Inference(dy);

    protected override void Compute<T>(Kernel kernel)
    {
        var node = kernel.Node;
        var first = node.Attr<string>("data_format")[1] == 'C';
        var (dy, x) = (ChannelOrder.Last<T>(kernel.Input(0), first), ChannelOrder.Last<T>(kernel.Input(1), first));
        var dx = kernel.Allocate(0, kernel.Input(1).Shape, x.DType);
        var result = ChannelOrder.Like(dx, first);
        kernel.Allocate(1, x.Shape[^1], x.DType);
        kernel.Allocate(2, x.Shape[^1], x.DType);
        kernel.Allocate(3, 0, x.DType);
        kernel.Allocate(4, 0, x.DType);
        BatchNormRun.Backward<T>(kernel, dy, x, result, node.Attr<bool>("is_training"), T.CreateChecked(node.Attr<float>("epsilon")));
        ChannelOrder.Deliver<T>(result, dx, first);
    }
}
