using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    public static Tensor Conj(Tensor x) => Op<ConjOp>.Instance.Call1([x]);
}

/// <summary>Complex numbers with the imaginary part's sign turned.</summary>
internal sealed class ConjOp : OpDefinition
{
    public override string Name => "Conj";

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsComplex()
        ? [new(node.Inputs[0].DType, node.Inputs[0].Shape)]
        : throw node.Error($"the input must be complex. Received: {node.Inputs[0].DType.Name()}.");

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.Conj(dy[0]!)];

    public override void Run(Kernel kernel)
    {
        var values = ComplexValues.Read(kernel.Input(0));
        ComplexValues.Write(kernel.Allocate(0, kernel.Input(0).Shape), Array.ConvertAll(values, System.Numerics.Complex.Conjugate));
    }
}
