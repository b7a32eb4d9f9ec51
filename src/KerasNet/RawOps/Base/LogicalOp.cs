using KerasNet.Backends.Managed;

namespace KerasNet;

/// <summary>A broadcasting op of two bool inputs.</summary>
internal abstract class LogicalOp : BroadcastOp
{
    public sealed override bool IsConstant => true;

    public sealed override Graphs.TensorSpec[] Infer(Graphs.Node node) => node.Inputs[0].DType == DataType.Bool
        ? base.Infer(node)
        : throw node.Error($"the inputs must be bool. Received: {node.Inputs[0].DType.Name()}. Compare or cast them first.");

    public sealed override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        Broadcasting.Run<byte, byte>(a, b, kernel.Allocate(0, Broadcasting.Shape(kernel.Node, a.Shape, b.Shape)), Compute);
    }

    /// <summary>Works on bytes that are 0 or 1.</summary>
    protected abstract void Compute(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> y);
}
