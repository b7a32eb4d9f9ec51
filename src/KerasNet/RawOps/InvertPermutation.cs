using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor InvertPermutation(Tensor x) => Op<InvertPermutationOp>.Instance.Call1([x]);
}

/// <summary>The permutation that undoes a permutation: <c>y[x[i]] = i</c>.</summary>
internal sealed class InvertPermutationOp : OpDefinition
{
    public override string Name => "InvertPermutation";

    public override bool IsConstant => true;

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].Rank == 1
        ? [new(node.Inputs[0].DType, node.Inputs[0].Shape)]
        : throw node.Error($"a permutation is a vector. Received: shape {node.Inputs[0].Shape}.");

    public override void Run(Kernel kernel)
    {
        var x = NumberReader.Ints(kernel.Input(0));
        var inverse = new int[x.Length];
        Array.Fill(inverse, -1);
        for (var i = 0; i < x.Length; i++)
        {
            if ((uint)x[i] >= (uint)x.Length)
            {
                throw kernel.Node.Error($"{x[i]} is not between 0 and {x.Length}");
            }

            if (inverse[x[i]] >= 0)
            {
                throw kernel.Node.Error($"{x[i]} is duplicated in the input.");
            }

            inverse[x[i]] = i;
        }

        CastOp.Convert(RawOps.Constant(inverse), kernel.Allocate(0, x.Length));
    }
}
