using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>The likeliest label sequences: for each path indices, values and shape of a sparse matrix, and the logarithms of their probabilities. The blank is the last class.</summary>
    public static (Tensor[] Indices, Tensor[] Values, Tensor Scores) CTCBeamSearchDecoder(Tensor inputs, Tensor sequenceLength, int beamWidth, int topPaths)
    {
        var all = Op<CTCBeamSearchDecoderOp>.Instance.Call([inputs, sequenceLength], ("beam_width", beamWidth), ("top_paths", topPaths), ("merge_repeated", false));
        return (all[..topPaths], all[topPaths..(2 * topPaths)], all[^1]);
    }
}

/// <summary>Reads label sequences off logits <c>(time, batch, classes)</c>: the likeliest ones over all their alignments.</summary>
internal sealed class CTCBeamSearchDecoderOp : OpDefinition
{
    public override string Name => "CTCBeamSearchDecoder";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var paths = node.Attr<int>("top_paths");
        if (x.Rank != 3 || x.DType is not (DataType.Float32 or DataType.Float64) || paths < 1 || node.Attr<int>("beam_width") < paths)
        {
            throw node.Error($"expects float32 or float64 logits (time, batch, classes), and a beam not narrower than the number of paths. Received: {x.Shape} of {x.DType.Name()}, {paths} paths, beam {node.Attr<int>("beam_width")}.");
        }

        return
        [
            .. Enumerable.Repeat(new TensorSpec(DataType.Int64, (-1, 2)), paths),
            .. Enumerable.Repeat(new TensorSpec(DataType.Int64, -1), paths),
            .. Enumerable.Repeat(new TensorSpec(DataType.Int64, 2), paths),
            new(x.DType, new TensorShape(x.Shape[1], paths)),
        ];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (batch, classes, paths) = (x.Shape[1], x.Shape[2], kernel.Node.Attr<int>("top_paths"));
        var lengths = NumberReader.Ints(kernel.Input(1));
        var scores = new double[batch * paths];
        var found = new int[batch * paths][];
        for (var b = 0; b < batch; b++)
        {
            var beam = new CtcBeam(kernel.Node.Attr<int>("beam_width"));
            for (var t = 0; t < lengths[b]; t++)
            {
                beam.Step(MatrixValues.Read(x, (t * batch) + b, classes));
            }

            foreach (var (path, p) in beam.Best(paths).Select((path, p) => (path, p)))
            {
                (found[(b * paths) + p], scores[(b * paths) + p]) = path;
            }
        }

        for (var p = 0; p < paths; p++)
        {
            int[][] own = [.. Enumerable.Range(0, batch).Select(b => found[(b * paths) + p])];
            long[] values = [.. own.SelectMany(l => l.Select(v => (long)v))];
            long[] indices = [.. own.SelectMany((l, b) => l.SelectMany((_, i) => new long[] { b, i }))];
            indices.CopyTo(kernel.Allocate(p, (values.Length, 2)).Writable<long>());
            values.CopyTo(kernel.Allocate(paths + p, values.Length).Writable<long>());
            ((long[])[batch, own.Max(l => l.Length)]).CopyTo(kernel.Allocate((2 * paths) + p, 2).Writable<long>());
        }

        MatrixValues.Write(kernel.Allocate(3 * paths, new TensorShape(batch, paths)), 0, scores);
    }
}
