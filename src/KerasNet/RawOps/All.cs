using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor All(Tensor x, Tensor axes, bool keepDims = false) =>
        Op<AllOp>.Instance.Call1([x, axes], ("keep_dims", keepDims));
}

/// <summary>True where all elements along axes are.</summary>
internal sealed class AllOp : ReductionOp
{
    public override string Name => "All";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType == DataType.Bool
        ? base.Infer(node)
        : throw node.Error($"the input must be bool. Received: {node.Inputs[0].DType.Name()}. Compare or cast it first.");

    public override void Run(Kernel kernel) => Reduction.Run(
        kernel, (byte)1, static row => !row.Contains((byte)0) ? (byte)1 : (byte)0, static (a, b, y) => TensorPrimitives.BitwiseAnd(a, b, y));
}
