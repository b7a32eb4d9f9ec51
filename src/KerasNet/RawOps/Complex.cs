using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Complex numbers of real and imaginary parts of one shape.</summary>
    public static Tensor Complex(Tensor real, Tensor imaginary) => Op<ComplexOp>.Instance.Call1([real, imaginary], ("Tout", ComplexValues.Of(real.DType)));
}

/// <summary>Complex numbers of their parts. The gradient of a complex number has the gradients by its parts for parts.</summary>
internal sealed class ComplexOp : OpDefinition
{
    public override string Name => "Complex";

    public override TensorSpec[] Infer(Node node)
    {
        var (a, b) = (node.Inputs[0], node.Inputs[1]);
        return a.DType == b.DType && a.DType is DataType.Float32 or DataType.Float64 && a.Shape.IsCompatibleWith(b.Shape)
            ? [new(node.Attr<DataType>("Tout"), a.Shape)]
            : throw node.Error($"both parts must be float32 or float64, and of one shape. Received: {a.DType.Name()} {a.Shape} and {b.DType.Name()} {b.Shape}.");
    }

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) => [RawOps.Real(dy[0]!), RawOps.Imag(dy[0]!)];

    public override void Run(Kernel kernel)
    {
        var (a, b) = (kernel.Input(0), kernel.Input(1));
        var y = kernel.Allocate(0, a.Shape);
        if (a.DType == DataType.Float64)
        {
            Interleave<double>(a, b, y);
        }
        else
        {
            Interleave<float>(a, b, y);
        }
    }

    private static void Interleave<T>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged
    {
        var real = a.Raw<T>();
        var imaginary = b.Raw<T>();
        var pairs = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(y.WritableBytes());
        for (var i = 0; i < real.Length; i++)
        {
            (pairs[2 * i], pairs[(2 * i) + 1]) = (real[i], imaginary[i]);
        }
    }
}
