using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Number of elements as an int32 number: a constant where the shape is known.</summary>
    public static Tensor Size(Tensor x) => x.Shape.IsFullyDefined ? Scalar(checked((int)x.Size)) : Op<SizeOp>.Instance.Call1([x], ("out_type", DataType.Int32));
}

/// <summary>Number of elements.</summary>
internal sealed class SizeOp : OpDefinition
{
    public override string Name => "Size";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(DataType.Int32, TensorShape.Scalar)];

    public override void Run(Kernel kernel) => kernel.Allocate(0, TensorShape.Scalar).Writable<int>()[0] = checked((int)kernel.Input(0).Size);
}
