using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BroadcastTo(Tensor x, Tensor shape, TensorShape? known = null) => known is null
        ? Op<BroadcastToOp>.Instance.Call1([x, shape])
        : x.Shape == known && known.IsFullyDefined ? x
        : Op<BroadcastToOp>.Instance.Call1([x, shape], ("known", known));
}

/// <summary>Repeats axes of size 1, and the whole, until the shape is reached.</summary>
internal sealed class BroadcastToOp : OpDefinition
{
    public override string Name => "BroadcastTo";

    public override bool IsHostAttribute(string name) => name == "known";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var shape = node.ConstantInts(1) is { } dims ? new TensorShape(dims)
            : node.Attr<TensorShape?>("known", null) ?? PartialValue.Shape(node.Inputs[1]);
        if (Broadcasting.TryShape(x.Shape, shape) is not { } both || both.Rank != shape.Rank || !both.IsCompatibleWith(shape))
        {
            throw node.Error($"a tensor of shape {x.Shape} does not broadcast to {shape}.");
        }

        return [new(x.DType, shape)];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Broadcasting.Reduce(node.Inputs[0], dy[0], node.Outputs[0], null)[0], null];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, new TensorShape(NumberReader.Ints(kernel.Input(1))));
        switch (x.DType.Size())
        {
            case 1: Spread<byte>(x, y); break;
            case 2: Spread<ushort>(x, y); break;
            case 4: Spread<uint>(x, y); break;
            case 8: Spread<ulong>(x, y); break;
            default: Spread<UInt128>(x, y); break;
        }
    }

    private static void Spread<T>(Tensor x, Tensor y)
        where T : unmanaged => Broadcasting.Run<T, T>(x, y, y, static (a, _, r) => a.CopyTo(r));
}
