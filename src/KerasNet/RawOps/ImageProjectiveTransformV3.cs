using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Images seen through a projection: each output pixel is the input's where the transform points.</summary>
    /// <param name="images">Tensor <c>(batch, height, width, channels)</c>.</param>
    /// <param name="transforms">Tensor <c>(batch or 1, 8)</c> of float32.</param>
    /// <param name="outputShape">Height and width of the result.</param>
    /// <param name="fillValue">What lies outside, for <c>CONSTANT</c>; a float32.</param>
    /// <param name="interpolation"><c>NEAREST</c> or <c>BILINEAR</c>.</param>
    /// <param name="fillMode"><c>CONSTANT</c>, <c>REFLECT</c>, <c>WRAP</c> or <c>NEAREST</c>.</param>
    public static Tensor ImageProjectiveTransformV3(Tensor images, Tensor transforms, Tensor outputShape, Tensor fillValue, string interpolation, string fillMode) =>
        Op<ImageProjectiveTransformV3Op>.Instance.Call1([images, transforms, outputShape, fillValue], ("interpolation", interpolation), ("fill_mode", fillMode));
}

/// <summary>Projection of images. The gradient reaches the images; the transform has none, as in TensorFlow.</summary>
internal sealed class ImageProjectiveTransformV3Op : OpDefinition
{
    public override string Name => "ImageProjectiveTransformV3";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, transforms) = (node.Inputs[0], node.Inputs[1]);
        if (x.Rank != 4 || transforms.Rank != 2 || transforms.Shape[1] is not (8 or -1))
        {
            throw node.Error($"expects images (batch, height, width, channels) and transforms (batch, 8). Received: {x.Shape} and {transforms.Shape}.");
        }

        if (transforms.Shape[0] is var count && count >= 0 && count != 1 && x.Shape[0] >= 0 && count != x.Shape[0])
        {
            throw node.Error($"expects one transform, or one for each of the {x.Shape[0]} images. Received: {count}.");
        }

        var size = node.ConstantInts(2) ?? [-1, -1];
        return [new(x.DType, new TensorShape(x.Shape[0], size[0], size[1], x.Shape[3]))];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [ProjectionGradient.Of(node.Inputs[0], node.Inputs[1], dy[0]!, node.Attr<string>("interpolation"), node.Attr<string>("fill_mode")), null, null, null];

    public override void Run(Kernel kernel)
    {
        var (x, size) = (kernel.Input(0), NumberReader.Ints(kernel.Input(2)));
        var y = kernel.Allocate(0, new TensorShape(x.Shape[0], size[0], size[1], x.Shape[3]));
        var wide = ResizeOp.Floats(x);
        var result = x.DType == DataType.Float32 ? y : Tensor.Allocate(DataType.Float32, y.Shape);
        var projection = new Projection(kernel.Node.Attr<string>("interpolation") == "BILINEAR", kernel.Node.Attr<string>("fill_mode"), kernel.Input(3).AsSpan<float>()[0]);
        projection.Run(wide, kernel.Input(1), result);
        if (result != y)
        {
            CastOp.Convert(result, y);
        }
    }
}
