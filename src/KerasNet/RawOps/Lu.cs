using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Both triangles of square matrices in one, and the rows that went into each row.</summary>
    public static (Tensor Lu, Tensor P) Lu(Tensor x)
    {
        var both = Op<LuOp>.Instance.Call([x], ("output_idx_type", DataType.Int32));
        return (both[0], both[1]);
    }
}

/// <summary>LU decomposition with exchanged rows.</summary>
internal sealed class LuOp : MatrixOp
{
    public override string Name => "Lu";

    // As in Keras, a matrix that is not square is refused when it has a value.
    public override TensorSpec[] Infer(Node node)
    {
        var x = Matrices(node);
        return [new(x.DType, x.Shape), new(DataType.Int32, Batch(x).Concat(new TensorShape(Least(x.Shape[^2], x.Shape[^1]))))];
    }

    public override void Run(Kernel kernel)
    {
        var x = Square(kernel.Node, kernel.Input(0));
        var (y, p, n) = (kernel.Allocate(0, x.Shape), kernel.Allocate(1, x.Shape[..^1]), x.Shape[^1]);
        for (var m = 0; m < MatrixValues.Count(x); m++)
        {
            var lu = new LuFactors(MatrixValues.Read(x, m, n * n), n);
            MatrixValues.Write(y, m, lu.IsSingular ? throw kernel.Node.Error("Input is not invertible.") : lu.Values);
            lu.Rows.CopyTo(p.Writable<int>()[(m * n)..]);
        }
    }
}
