using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Complex eigenvalues of square matrices, and vectors in columns.</summary>
    public static (Tensor Values, Tensor Vectors) Eig(Tensor x)
    {
        var both = Op<EigOp>.Instance.Call([x], ("compute_v", true), ("Tout", ComplexValues.Of(x.DType)));
        return (both[0], both[1]);
    }
}

/// <summary>Eigenvalues and vectors of any square matrices.</summary>
internal sealed class EigOp : MatrixOp
{
    public override string Name => "Eig";

    public override TensorSpec[] Infer(Node node)
    {
        var type = node.Attr<DataType>("Tout");
        return [new(type, Square(node).Shape[..^1]), new(type, node.Inputs[0].Shape)];
    }

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var (e, v, n) = (kernel.Allocate(0, x.Shape[..^1]), kernel.Allocate(1, x.Shape), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var (values, vectors) = Decompositions.General(MatrixValues.Read(x, m, n * n), n);
            ComplexValues.Write(e, values, m * n);
            ComplexValues.Write(v, vectors, m * n * n);
        }
    }
}
