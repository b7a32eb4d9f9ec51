using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Drops axes of size 1: the named ones, or all of them.</summary>
    public static Tensor Squeeze(Tensor x, params ReadOnlySpan<int> axes) => Op<SqueezeOp>.Instance.Call1([x], ("squeeze_dims", axes.ToArray()));
}

/// <summary>Drops axes of size 1.</summary>
internal sealed class SqueezeOp : OpDefinition
{
    public override string Name => "Squeeze";

    public override bool Aliases => true;

    public override TensorSpec[] Infer(Node node) => [new(node.Inputs[0].DType, Squeezed(node, node.Inputs[0].Shape))];

    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var x = node.Inputs[0];
        return [RawOps.Reshape(dy[0]!, RawOps.Shape(x), x.Shape)];
    }

    public override void Run(Kernel kernel) => kernel.Alias(0, kernel.Input(0).View(Squeezed(kernel.Node, kernel.Input(0).Shape)));

    private static TensorShape Squeezed(Node node, TensorShape x)
    {
        var axes = node.Attr<int[]>("squeeze_dims");
        if (axes.Length == 0)
        {
            return x.IsFullyDefined
                ? new TensorShape([.. x.Dims.ToArray().Where(d => d != 1)])
                : throw node.Error($"the rank of the result is unknown for shape {x}. Name the axes to squeeze.");
        }

        var gone = axes.Select(x.Axis).ToHashSet();
        foreach (var axis in gone)
        {
            if (x[axis] is not (1 or -1))
            {
                throw node.Error($"Can not squeeze dim[{axis}], expected a dimension of 1, got {x[axis]}. Received: shape {x}.");
            }
        }

        return new TensorShape([.. Enumerable.Range(0, x.Rank).Where(i => !gone.Contains(i)).Select(i => x[i])]);
    }
}
