namespace KerasNet;

public static partial class Ops
{
    /// <summary>Fourier transform over the last axis of complex numbers, given and returned as their parts.</summary>
    /// <remarks>Python: <c>keras.ops.fft</c>.</remarks>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <exception cref="ArgumentException">The parts are not floats of one shape.</exception>
    /// <example><c>var (re, im) = Ops.Fft((real, imag));</c></example>
    public static (Tensor Real, Tensor Imag) Fft((Tensor Real, Tensor Imag) x) => Transformed("FFT", x, 1, static c => RawOps.FFT(c));

    /// <summary>Fourier transform over the last two axes of complex numbers, given and returned as their parts.</summary>
    /// <remarks>Python: <c>keras.ops.fft2</c>.</remarks>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <exception cref="ArgumentException">The parts are not floats of one shape.</exception>
    public static (Tensor Real, Tensor Imag) Fft2((Tensor Real, Tensor Imag) x) => Transformed("FFT2", x, 2, static c => RawOps.FFT2D(c));

    /// <summary>The way back of <see cref="Fft2"/>.</summary>
    /// <remarks>Python: <c>keras.ops.ifft2</c>.</remarks>
    /// <param name="x">Real and imaginary parts, of one shape.</param>
    /// <exception cref="ArgumentException">The parts are not floats of one shape.</exception>
    public static (Tensor Real, Tensor Imag) Ifft2((Tensor Real, Tensor Imag) x) => Transformed("IFFT2", x, 2, static c =>
    {
        var count = RawOps.Cast(RawOps.Mul(RawOps.Dim(c, c.Rank - 2), RawOps.Dim(c, c.Rank - 1)), Backends.Managed.ComplexValues.PartType(c.DType));
        var turned = RawOps.Conj(RawOps.FFT2D(RawOps.Conj(c)));
        return RawOps.Complex(RawOps.RealDiv(RawOps.Real(turned), count), RawOps.RealDiv(RawOps.Imag(turned), count));
    });

    private static (Tensor Real, Tensor Imag) Transformed(string className, (Tensor Real, Tensor Imag) x, int axes, Func<Tensor, Tensor> transform)
    {
        CheckParts(x);
        for (var axis = 1; axis <= axes; axis++)
        {
            if (x.Real.Rank < axes || x.Real.Shape[^axis] < 0)
            {
                throw new ArgumentException($"Input should have rank >= {axes} and its last {(axes == 1 ? "dimension" : "dimensions")} fully-defined. Received: input.shape = {x.Real.Shape}", nameof(x));
            }
        }

        var both = RunMany(className, [x.Real, x.Imag], t =>
        {
            var y = transform(ComplexOf(t[0], t[1]));
            return [RawOps.Real(y), RawOps.Imag(y)];
        });
        return (both[0], both[1]);
    }

    private static void CheckParts((Tensor Real, Tensor Imag) x)
    {
        if (!x.Real.Shape.IsCompatibleWith(x.Imag.Shape))
        {
            throw new ArgumentException($"Input `x` should be a tuple of two tensors - real and imaginary. Both the real and imaginary parts should have the same shape. Received: x[0].shape = {x.Real.Shape}, x[1].shape = {x.Imag.Shape}", nameof(x));
        }

        if (!x.Real.DType.IsFloating() || !x.Imag.DType.IsFloating())
        {
            throw new ArgumentException($"At least one tensor in input `x` is not of type float. Received: {x.Real.DType.Name()} and {x.Imag.DType.Name()}.", nameof(x));
        }
    }

    /// <summary>Complex numbers of float parts; 16-bit ones become float32.</summary>
    private static Tensor ComplexOf(Tensor real, Tensor imaginary)
    {
        (real, imaginary) = Promote(real, imaginary);
        return RawOps.Complex(AtLeastFloat32(real), AtLeastFloat32(imaginary));
    }
}
