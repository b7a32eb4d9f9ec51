using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Loss of each sequence; inputs are logits <c>(time, batch, classes)</c> whose last class is the blank, and labels as a sparse matrix.</summary>
    public static Tensor CTCLoss(Tensor inputs, Tensor labelIndices, Tensor labelValues, Tensor sequenceLength) => Op<CTCLossOp>.Instance.Call1(
        [inputs, labelIndices, labelValues, sequenceLength],
        ("preprocess_collapse_repeated", false), ("ctc_merge_repeated", true), ("ignore_longer_outputs_than_inputs", false));
}

/// <summary>Connectionist temporal classification: minus the logarithm of the probability of all alignments of the labels; the second output is its gradient.</summary>
internal sealed class CTCLossOp : OpDefinition
{
    public override string Name => "CTCLoss";

    public override TensorSpec[] Infer(Node node)
    {
        var (x, lengths) = (node.Inputs[0], node.Inputs[3]);
        return x.Rank == 3 && x.DType is DataType.Float32 or DataType.Float64 && lengths.Rank == 1 && lengths.DType == DataType.Int32
            && node.Inputs[1].Rank == 2 && node.Inputs[1].DType == DataType.Int64 && node.Inputs[2].DType == DataType.Int32
            ? [new(x.DType, x.Shape[1]), new(x.DType, x.Shape)]
            : throw node.Error($"expects float32 or float64 logits (time, batch, classes), int64 label indices (n, 2), int32 labels and int32 lengths (batch,). Received: {x.Shape} of {x.DType.Name()}, {node.Inputs[1].Shape}, {node.Inputs[2].Shape} and {lengths.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => dy[1] is null
        ? [RawOps.Mul(RawOps.ExpandDims(RawOps.ExpandDims(dy[0]!, 0), 2), node.Outputs[1]), null, null, null]
        : throw new NotSupportedException($"Op '{Name}' of '{node.Name}' has no derivative of second order.");

    public override void Run(Kernel kernel)
    {
        if (kernel.Input(0).DType == DataType.Float64)
        {
            Compute<double>(kernel);
        }
        else
        {
            Compute<float>(kernel);
        }
    }

    private static void Compute<T>(Kernel kernel)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        var x = kernel.Input(0);
        var (steps, batch, classes) = (x.Shape[0], x.Shape[1], x.Shape[2]);
        var loss = kernel.Allocate(0, batch).Writable<T>();
        var gradient = kernel.Allocate(1, x.Shape).Writable<T>();
        gradient.Clear();
        var (indices, values, lengths) = (kernel.Input(1).ToArray<long>(), kernel.Input(2).ToArray<int>(), kernel.Input(3).ToArray<int>());
        for (var b = 0; b < batch; b++)
        {
            int[] labels = [.. Enumerable.Range(0, values.Length).Where(i => indices[2 * i] == b).Select(i => values[i])];
            Check(kernel.Node, labels, lengths[b], steps, classes);
            var rows = new CtcAlignment(labels, lengths[b], classes);
            for (var t = 0; t < lengths[b]; t++)
            {
                rows.Read(t, x.AsSpan<T>().Slice(((t * batch) + b) * classes, classes));
            }

            loss[b] = T.CreateChecked(rows.Run());
            for (var t = 0; t < lengths[b]; t++)
            {
                rows.WriteGradient(t, gradient.Slice(((t * batch) + b) * classes, classes));
            }
        }
    }

    private static void Check(Node node, int[] labels, int length, int steps, int classes)
    {
        if (length > steps)
        {
            throw node.Error($"a sequence is at most as long as the logits' {steps} steps. Received: sequence_length {length}.");
        }

        if (labels.Any(l => l < 0 || l >= classes - 1))
        {
            throw node.Error($"Saw a non-null label (index >= num_classes - 1) following a null label: labels must lie from 0 to {classes - 2}. Received: ({string.Join(", ", labels)}).");
        }

        var needed = labels.Length + Enumerable.Range(1, Math.Max(0, labels.Length - 1)).Count(i => labels[i] == labels[i - 1]);
        if (needed > length)
        {
            throw node.Error($"Not enough time for target transition sequence (required: {needed}, available: {length}).");
        }
    }
}
