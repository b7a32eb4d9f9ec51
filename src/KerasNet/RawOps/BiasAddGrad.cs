using System.Numerics.Tensors;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor BiasAddGrad(Tensor dy, string dataFormat = "NHWC") =>
        Op<BiasAddGradOp>.Instance.Call1([dy], ("data_format", dataFormat));
}

/// <summary>Sum over all axes but that of the channels.</summary>
internal sealed class BiasAddGradOp : FloatOp
{
    public override string Name => "BiasAddGrad";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        return x.Rank < 2
            ? throw node.Error($"expects a gradient of rank 2 or more. Received: {x.Shape}.")
            : [new(x.DType, x.Shape[BiasAddOp.ChannelAxis(node, x)])];
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        var d = dy[0]!;
        if (BiasAddOp.ChannelAxis(node, x) != x.Rank - 1)
        {
            var dims = new int[x.Rank];
            Array.Fill(dims, 1);
            dims[1] = -1;
            d = RawOps.Reshape(d, new TensorShape(dims));
        }

        return [RawOps.BroadcastTo(d, RawOps.Shape(x), x.Shape)];
    }

    protected override unsafe void Compute<T>(Kernel kernel)
    {
        var x = kernel.Input(0);
        var px = x.AsSpan<T>();
        var axis = BiasAddOp.ChannelAxis(kernel.Node, x);
        var y = Allocate<T>(kernel, 0, x.Shape[axis]);
        y.Clear();
        if (axis == x.Rank - 1)
        {
            fixed (T* sums = y)
            {
                ColumnSums.Of((T*)x.Pointer, (int)(x.Size / Math.Max(1, y.Length)), y.Length, sums);
            }

            return;
        }

        var plane = px.Length == 0 ? 1 : px.Length / (x.Shape[0] * y.Length);
        for (var i = 0; i < px.Length; i += plane)
        {
            y[i / plane % y.Length] += TensorPrimitives.Sum(px.Slice(i, plane));
        }
    }
}
