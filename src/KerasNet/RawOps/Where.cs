using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Positions of the elements that are not zero: int64, one row each.</summary>
    public static Tensor Where(Tensor condition) => Op<WhereOp>.Instance.Call1([condition]);
}

/// <summary>Positions of the elements that are not zero.</summary>
internal sealed class WhereOp : OpDefinition
{
    public override string Name => "Where";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => [new(DataType.Int64, (-1, node.Inputs[0].Rank))];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var found = new List<long>();
        for (var i = 0L; i < x.Size; i++)
        {
            if (NumberReader.At(x, i) != 0)
            {
                found.Add(i);
            }
        }

        var y = kernel.Allocate(0, (found.Count, x.Rank)).Writable<long>();
        var steps = StridedCopy.Steps(x.Shape);
        for (var i = 0; i < found.Count; i++)
        {
            for (var d = 0; d < x.Rank; d++)
            {
                y[(i * x.Rank) + d] = found[i] / steps[d] % x.Shape[d];
            }
        }
    }
}
