using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The shape as int32 numbers: a constant where it is fully known.</summary>
    public static Tensor Shape(Tensor x) => x.Shape.IsFullyDefined
        ? Constant(x.Shape.Dims)
        : Op<ShapeOp>.Instance.Call1([x], ("out_type", DataType.Int32));
}

/// <summary>The shape of a tensor as a vector.</summary>
internal sealed class ShapeOp : OpDefinition
{
    public override string Name => "Shape";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(DataType.Int32, node.Inputs[0].Rank)];

    public override void Run(Kernel kernel) => kernel.Input(0).Shape.Dims.CopyTo(kernel.Allocate(0, kernel.Input(0).Rank).Writable<int>());
}
