using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The first part of each sequence backwards, as long as its length says.</summary>
    public static Tensor ReverseSequence(Tensor x, Tensor lengths, int axis, int batchAxis) =>
        Op<ReverseSequenceOp>.Instance.Call1([x, lengths], ("seq_dim", axis), ("batch_dim", batchAxis));
}

/// <summary>Sequences of different lengths, each backwards.</summary>
internal sealed class ReverseSequenceOp : OpDefinition
{
    public override string Name => "ReverseSequence";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, lengths) = (node.Inputs[0], node.Inputs[1]);
        var (axis, batch) = (x.Shape.Axis(node.Attr<int>("seq_dim")), x.Shape.Axis(node.Attr("batch_dim", 0)));
        return axis != batch && lengths.Shape.IsCompatibleWith(x.Shape[batch])
            ? [new(x.DType, x.Shape)]
            : throw node.Error($"expected a length for each of the {x.Shape[batch]} sequences, along another axis than the batch's. Received: lengths.shape={lengths.Shape}, shape={x.Shape}, axis={axis}, batch axis={batch}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [RawOps.ReverseSequence(dy[0]!, node.Inputs[1], node.Attr<int>("seq_dim"), node.Attr("batch_dim", 0)), null];

    public override void Run(Kernel kernel)
    {
        var (x, lengths) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1)));
        var (axis, batch) = (x.Shape.Axis(kernel.Node.Attr<int>("seq_dim")), x.Shape.Axis(kernel.Node.Attr("batch_dim", 0)));
        var y = kernel.Allocate(0, x.Shape);
        var steps = StridedCopy.Steps(x.Shape);
        var back = (long[])steps.Clone();
        back[axis] = -back[axis];
        for (var i = 0; i < lengths.Length; i++)
        {
            if ((uint)lengths[i] > (uint)x.Shape[axis])
            {
                throw kernel.Node.Error($"seq_lens({i}) > input.dims({axis}): a length of {lengths[i]} in a sequence of {x.Shape[axis]}.");
            }

            var (start, rest) = (i * steps[batch], lengths[i] * steps[axis]);
            var one = x.Shape.With(batch, 1);
            StridedCopy.Run(one.With(axis, lengths[i]).Dims, x, start + rest - steps[axis], back, y, start, steps);
            StridedCopy.Run(one.With(axis, x.Shape[axis] - lengths[i]).Dims, x, start + rest, steps, y, start + rest, steps);
        }
    }
}
