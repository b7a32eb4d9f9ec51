using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The likeliest class of each step: indices and values of a sparse matrix, its shape, and minus the sum of the logits.</summary>
    public static Tensor[] CTCGreedyDecoder(Tensor inputs, Tensor sequenceLength, bool mergeRepeated, int blankIndex) =>
        Op<CTCGreedyDecoderOp>.Instance.Call([inputs, sequenceLength], ("merge_repeated", mergeRepeated), ("blank_index", blankIndex));
}

/// <summary>Reads labels off logits <c>(time, batch, classes)</c>: the largest of each step, blanks and repetitions left out.</summary>
internal sealed class CTCGreedyDecoderOp : OpDefinition
{
    public override string Name => "CTCGreedyDecoder";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        return x.Rank == 3 && x.DType is DataType.Float32 or DataType.Float64
            ? [new(DataType.Int64, (-1, 2)), new(DataType.Int64, -1), new(DataType.Int64, 2), new(x.DType, new TensorShape(x.Shape[1], 1))]
            : throw node.Error($"expects float32 or float64 logits (time, batch, classes). Received: {x.Shape} of {x.DType.Name()}.");
    }

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
        where T : unmanaged, INumber<T>
    {
        var x = kernel.Input(0);
        var (batch, classes) = (x.Shape[1], x.Shape[2]);
        var (merge, blank) = (kernel.Node.Attr<bool>("merge_repeated"), kernel.Node.Attr<int>("blank_index"));
        blank = blank < 0 ? blank + classes : blank;
        var lengths = NumberReader.Ints(kernel.Input(1));
        var score = kernel.Allocate(3, new TensorShape(batch, 1)).Writable<T>();
        var (indices, values, longest) = (new List<long>(), new List<long>(), 0);
        for (var b = 0; b < batch; b++)
        {
            var (before, count, sum) = (-1, 0, T.Zero);
            for (var t = 0; t < lengths[b]; t++)
            {
                var row = x.AsSpan<T>().Slice(((t * batch) + b) * classes, classes);
                var best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(row);
                sum += row[best];
                if (best != blank && !(merge && best == before))
                {
                    indices.AddRange([b, count++]);
                    values.Add(best);
                }

                before = best;
            }

            score[b] = -sum;
            longest = Math.Max(longest, count);
        }

        indices.ToArray().CopyTo(kernel.Allocate(0, (values.Count, 2)).Writable<long>());
        values.ToArray().CopyTo(kernel.Allocate(1, values.Count).Writable<long>());
        ((long[])[batch, longest]).CopyTo(kernel.Allocate(2, 2).Writable<long>());
    }
}
