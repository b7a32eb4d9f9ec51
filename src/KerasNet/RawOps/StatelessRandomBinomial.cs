using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Numbers of successes in trials; the shape's last axes are those to which counts and probabilities broadcast.</summary>
    public static Tensor StatelessRandomBinomial(Tensor shape, Tensor seed, Tensor counts, Tensor probabilities, DataType dtype) =>
        Op<StatelessRandomBinomialOp>.Instance.Call1([shape, seed, counts, probabilities], ("dtype", dtype));
}

/// <summary>Numbers of successes in trials.</summary>
internal sealed class StatelessRandomBinomialOp : OpDefinition
{
    public override string Name => "StatelessRandomBinomial";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node)
    {
        var shape = PartialValue.Shape(node.Inputs[0]);
        var (counts, probabilities) = (node.Inputs[2], node.Inputs[3]);
        var batch = Broadcasting.Shape(node, counts.Shape, probabilities.Shape);
        return counts.DType == probabilities.DType && batch.Rank <= shape.Rank && shape[(shape.Rank - batch.Rank)..].IsCompatibleWith(batch)
            ? [new(node.Attr<DataType>("dtype"), shape)]
            : throw node.Error($"Shape passed in must end with broadcasted shape. Received: shape {shape}, counts of shape {counts.Shape} {counts.DType.Name()}, probabilities of shape {probabilities.Shape} {probabilities.DType.Name()}.");
    }

    public override void Run(Kernel kernel)
    {
        var seed = new IndexReader(kernel.Input(1));
        var key = PhiloxKey.FromSeed(seed[0], seed[1]);
        var (counts, probabilities) = (kernel.Input(2), kernel.Input(3));
        var batch = Broadcasting.Shape(kernel.Node, counts.Shape, probabilities.Shape);
        (counts, probabilities) = (Spread(counts, batch), Spread(probabilities, batch));
        var y = kernel.Allocate(0, new TensorShape(NumberReader.Ints(kernel.Input(0))));
        var (columns, rows) = (batch.Size, batch.Size == 0 ? 0 : y.Size / batch.Size);
        var drawn = new double[y.Size];
        for (var i = 0; i < drawn.Length; i++)
        {
            var (row, column) = (i / columns, i % columns);
            drawn[i] = RandomBinomial.Draw(key, (column * rows) + row, NumberReader.At(counts, column), NumberReader.At(probabilities, column));
        }

        CastOp.Convert(Tensor.Create<double>(drawn, y.Shape), y);
    }

    private static Tensor Spread(Tensor x, TensorShape shape)
    {
        var y = Tensor.Allocate(x.DType, shape);
        var steps = StridedCopy.Steps(x.Shape);
        var all = new long[shape.Rank];
        for (var i = 0; i < steps.Length; i++)
        {
            all[i + shape.Rank - x.Rank] = x.Shape[i] == 1 ? 0 : steps[i];
        }

        StridedCopy.Run(shape.Dims, x, 0, all, y, 0, StridedCopy.Steps(shape));
        return y;
    }
}
