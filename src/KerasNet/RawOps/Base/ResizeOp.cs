using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>Images of another size; inputs are the images and the new height and width.</summary>
internal abstract class ResizeOp : OpDefinition
{
    public static (string Name, object Value)[] Attributes(bool alignCorners, bool halfPixelCenters) =>
        [("align_corners", alignCorners), ("half_pixel_centers", halfPixelCenters)];

    /// <summary>Height and width of images as a tensor: a constant where they are known.</summary>
    public static Tensor SizeOf(Tensor images) => images.Shape[1] >= 0 && images.Shape[2] >= 0
        ? RawOps.Constant(images.Shape[1], images.Shape[2])
        : RawOps.Slice(RawOps.Shape(images), RawOps.Constant(1), RawOps.Constant(2));

    public sealed override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        if (x.Rank != 4 || node.Inputs[1].Rank != 1)
        {
            throw node.Error($"expects images (batch, height, width, channels) and a size (height, width). Received: {x.Shape} and {node.Inputs[1].Shape}.");
        }

        CheckPixels(node, x.Shape);
        var size = node.ConstantInts(1) ?? [-1, -1];
        if (node.Inputs[1].IsConcrete && (size.Length != 2 || size.Min() < 1))
        {
            throw node.Error($"the new size must be two positive numbers. Received: ({string.Join(", ", size)}).");
        }

        return [new(OutputType(x.DType), new TensorShape(x.Shape[0], size[0], size[1], x.Shape[3]))];
    }

    public sealed override void Run(Kernel kernel)
    {
        var x = Floats(kernel.Input(0));
        CheckPixels(kernel.Node, x.Shape);
        var size = NumberReader.Ints(kernel.Input(1));
        var y = Tensor.Allocate(DataType.Float32, new TensorShape(x.Shape[0], size[0], size[1], x.Shape[3]));
        Kernels(kernel.Node).Forward(x, y);
        CastOp.Convert(y, kernel.Allocate(0, y.Shape));
    }

    /// <summary>Where there is no pixel, there is none to take.</summary>
    private static void CheckPixels(Node node, TensorShape images)
    {
        if (images.Dims[1..].Contains(0))
        {
            throw node.Error($"input image must be of non-zero size. Received: images of shape {images}.");
        }
    }

    /// <summary>The way to the kernels.</summary>
    public ResizeRun Kernels(Node node) => new(Method, node.Attr<bool>("align_corners"), node.Attr<bool>("half_pixel_centers"));

    protected abstract ResizeMethod Method { get; }

    protected abstract DataType OutputType(DataType input);

    public static Tensor Floats(Tensor x)
    {
        if (x.DType == DataType.Float32)
        {
            return x;
        }

        var wide = Tensor.Allocate(DataType.Float32, x.Shape);
        CastOp.Convert(x, wide);
        return wide;
    }
}
