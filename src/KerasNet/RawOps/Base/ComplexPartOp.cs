using System.Runtime.InteropServices;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

/// <summary>One part of complex numbers.</summary>
internal abstract class ComplexPartOp : OpDefinition
{
    /// <summary>Place of the part: 0 for the real one.</summary>
    protected abstract int Part { get; }

    public override TensorSpec[] Infer(Node node) => node.Inputs[0].DType.IsComplex()
        ? [new(node.Attr<DataType>("Tout"), node.Inputs[0].Shape)]
        : throw node.Error($"the input must be complex. Received: {node.Inputs[0].DType.Name()}.");

    public override Tensor?[] Gradient(Node node, Tensor?[] dy) =>
        [Part == 0 ? RawOps.Complex(dy[0]!, RawOps.ZerosLike(dy[0]!)) : RawOps.Complex(RawOps.ZerosLike(dy[0]!), dy[0]!)];

    public override void Run(Kernel kernel)
    {
        var x = kernel.Input(0);
        var y = kernel.Allocate(0, x.Shape);
        if (y.DType == DataType.Float64)
        {
            Take<double>(x, y);
        }
        else
        {
            Take<float>(x, y);
        }
    }

    private void Take<T>(Tensor x, Tensor y)
        where T : unmanaged
    {
        var pairs = MemoryMarshal.Cast<byte, T>(x.Bytes());
        var part = y.Raw<T>();
        for (var i = 0; i < part.Length; i++)
        {
            part[i] = pairs[(2 * i) + Part];
        }
    }
}
