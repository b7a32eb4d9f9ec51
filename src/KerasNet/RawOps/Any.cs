using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Any(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<AnyOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>True where any element along axes is.</summary>
internal sealed class AnyOp : ReductionOp
{
    public override string Name => "Any";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType == DataType.Bool
        ? base.Infer(node)
        : throw node.Error($"the input must be bool. Received: {node.Inputs[0].DType.Name()}. Compare or cast it first.");

    public override void Run(Kernel kernel) => Reduction.Run(
        kernel, (byte)0, static row => row.Contains((byte)1) ? (byte)1 : (byte)0, static (a, b, y) => TensorPrimitives.BitwiseOr(a, b, y));
}
