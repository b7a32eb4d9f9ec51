using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Class numbers drawn by the logits of each row.</summary>
    public static Tensor StatelessMultinomial(Tensor logits, Tensor samples, Tensor seed, DataType dtype = DataType.Int64) =>
        Op<StatelessMultinomialOp>.Instance.Call1([logits, samples, seed], ("output_dtype", dtype));
}

/// <summary>Class numbers drawn by logits.</summary>
internal sealed class StatelessMultinomialOp : OpDefinition
{
    public override string Name => "StatelessMultinomial";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].Rank == 2
        ? [new(node.Attr<DataType>("output_dtype"), (node.Inputs[0].Shape[0], PartialValue.Of(node.Inputs[1])[0]))]
        : throw node.Error($"logits should be a matrix, got shape {node.Inputs[0].Shape}");

    public override void Run(Kernel kernel)
    {
        var (logits, samples, seed) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0], new IndexReader(kernel.Input(2)));
        var y = kernel.Allocate(0, (logits.Shape[0], samples));
        var classes = new long[y.Size];
        RandomFill.Classes(PhiloxKey.FromSeed(seed[0], seed[1]), logits, samples, classes);
        CastOp.Convert(Tensor.Create<long>(classes, y.Shape), y);
    }
}
