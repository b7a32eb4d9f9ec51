using System.Numerics;
using KerasNet.Backends.Managed;
using KerasNet.Graphs;

namespace KerasNet;

internal static partial class RawOps
{
    /// <summary>Real rows of a length whose Fourier transforms begin with the given halves.</summary>
    public static Tensor IRFFT(Tensor x, Tensor length) =>
        Op<IRFFTOp>.Instance.Call1([x, length], ("Treal", ComplexValues.PartType(x.DType)), ("Tcomplex", x.DType));
}

/// <summary>The way back of <see cref="RFFTOp"/>.</summary>
internal sealed class IRFFTOp : OpDefinition
{
    public override string Name => "IRFFT";

    public override TensorSpec[] Infer(Node node)
    {
        var x = node.Inputs[0];
        return x.Rank >= 1 && x.DType.IsComplex()
            ? [new(node.Attr<DataType>("Treal"), x.Shape.With(x.Rank - 1, Math.Max(-1, PartialValue.Of(node.Inputs[1])[0])))]
            : throw node.Error($"expects rows of complex numbers. Received: {x.DType.Name()}, shape {x.Shape}.");
    }

    // Each number of the half stands for two of the whole, but for the first and the middle one.
    public override Tensor?[] Gradient(Node node, Tensor?[] dy)
    {
        var (x, length) = (node.Inputs[0], RawOps.StridedSlice(node.Inputs[1], 0));
        var transformed = RawOps.RFFT(dy[0]!, node.Inputs[1]);
        var place = RawOps.Range(RawOps.Dim(transformed, x.Rank - 1));
        var single = RawOps.LogicalOr(RawOps.Equal(place, RawOps.Scalar(0)), RawOps.Equal(RawOps.Mul(place, RawOps.Scalar(2)), length));
        var type = ComplexValues.PartType(x.DType);
        var weight = RawOps.RealDiv(RawOps.SelectV2(single, RawOps.Scalar(1, type), RawOps.Scalar(2, type)), RawOps.Cast(length, type));
        var width = RawOps.Dim(x, x.Rank - 1);
        return
        [
            RawOps.Complex(
                RawOps.Fitted(RawOps.Mul(RawOps.Real(transformed), weight), width),
                RawOps.Fitted(RawOps.Mul(RawOps.Imag(transformed), weight), width)),
            null,
        ];
    }

    public override void Run(Kernel kernel)
    {
        var (x, length) = (kernel.Input(0), NumberReader.Ints(kernel.Input(1))[0]);
        var y = kernel.Allocate(0, x.Shape.With(x.Rank - 1, length));
        var (given, width) = (ComplexValues.Read(x), x.Shape[^1]);
        for (var row = 0; width > 0 && row < x.Size / width; row++)
        {
            // Conjugates, so that the forward transform goes back.
            var values = new Complex[length];
            for (var i = 0; i <= length / 2 && i < width; i++)
            {
                var number = given[(row * width) + i];
                values[i] = i == 0 || 2 * i == length ? number.Real : Complex.Conjugate(number);
                values[(length - i) % length] = i == 0 || 2 * i == length ? number.Real : number;
            }

            FourierRows.Forward(values, length);
            MatrixValues.Write(y, row, Array.ConvertAll(values, v => v.Real / length));
        }
    }
}
