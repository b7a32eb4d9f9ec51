using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Fourier transform of real rows, cut or filled with zeros to a length: its first half.</summary>
    public static Tensor RFFT(Tensor x, Tensor length) =>
        Op<RFFTOp>.Instance.Call1([x, length], ("Treal", x.DType), ("Tcomplex", ComplexValues.Of(x.DType)));

    /// <summary>The last axis cut or filled with zeros to a length.</summary>
    public static Tensor Fitted(Tensor x, Tensor length)
    {
        var dims = DimsOf(x);
        var (begin, size) = (new int[x.Rank], (Tensor[])dims.Clone());
        size[^1] = Minimum(dims[^1], length);
        var cut = Slice(x, Constant(begin), Dims(size));
        var after = Sub(length, size[^1]);
        var margins = Reshape(Dims([.. Enumerable.Repeat(Scalar(0), (2 * x.Rank) - 1), after]), Constant(x.Rank, 2));
        return Pad(cut, margins);
    }
}

/// <summary>Fourier transform of real rows: the half that determines the other.</summary>
internal sealed class RFFTOp : OpDefinition
{
    public override string Name => "RFFT";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        var length = PartialValue.Of(node.Inputs[1])[0];
        return x.Rank >= 1 && x.DType is DataType.Float32 or DataType.Float64
            ? [new(node.Attr<DataType>("Tcomplex"), x.Shape.With(x.Rank - 1, length < 0 ? -1 : (length / 2) + 1))]
            : throw node.Error($"expects rows of float32 or float64. Received: {x.DType.Name()}, shape {x.Shape}.");
    }

    // The real part of the whole transform's derivative, where the other half has no gradient.
    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, length) = (node.Inputs[0], RawOps.StridedSlice(node.Inputs[1], 0));
        var d = dy[0]!;
        var whole = RawOps.Complex(RawOps.Fitted(RawOps.Real(d), length), RawOps.Neg(RawOps.Fitted(RawOps.Imag(d), length)));
        return [RawOps.Fitted(RawOps.Real(RawOps.FFT(whole)), RawOps.Dim(x, x.Rank - 1)), null];
    }

    public override void Run(Kernel kernel)
    {
        var (x, length) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0]);
        var half = (length / 2) + 1;
        var y = kernel.Allocate(0, x.Shape.With(x.Rank - 1, half));
        var width = x.Shape[^1];
        for (var row = 0; width > 0 && row < x.Size / width; row++)
        {
            var values = new Complex[length];
            var given = MatrixValues.Read(x, row, width);
            for (var i = 0; i < Math.Min(width, length); i++)
            {
                values[i] = given[i];
            }

            FourierRows.Forward(values, length);
            ComplexValues.Write(y, values.AsSpan(..half), row * half);
        }
    }
}
