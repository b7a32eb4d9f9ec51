using KerasNet.Activations;

namespace KerasNet.Layers;

/// <summary>A product of input and kernel, as quantisation needs to know it.</summary>
/// <param name="kernel">Shape of the kernel.</param>
internal abstract class KernelProduct(TensorShape kernel)
{
    /// <summary>Shape of the kernel.</summary>
    public TensorShape Kernel { get; } = kernel;

    /// <summary>Axes of the input that are summed.</summary>
    public abstract int[] InputAxes { get; }

    /// <summary>Axes of the kernel that are summed.</summary>
    public abstract int[] KernelAxes { get; }

    /// <summary>Shape of the kernel's scale as it is kept: it broadcasts with the output.</summary>
    public abstract TensorShape ScaleShape { get; }

    /// <summary>The kernel as a matrix: what is summed by what is not.</summary>
    public (int Rows, int Columns) Matrix
    {
        get
        {
            var rows = KernelAxes.Aggregate(1, (n, axis) => n * Kernel[axis]);
            return (rows, (int)(Kernel.Size / rows));
        }
    }

    /// <summary>The matrix that GPTQ and AWQ quantise: of three axes the greatest one is alone.</summary>
    public (int Rows, int Columns) CalibratedMatrix => Kernel.Rank switch
    {
        2 => (Kernel[0], Kernel[1]),
        3 when Kernel[0] >= Kernel[1] && Kernel[0] >= Kernel[2] => (Kernel[0], Kernel[1] * Kernel[2]),
        3 => (Kernel[0] * Kernel[1], Kernel[2]),
        _ => throw new NotSupportedException($"Only kernels of two or three axes are calibrated. Received: shape={Kernel}."),
    };

    /// <summary>The product.</summary>
    public abstract Tensor Multiply(Tensor x, Tensor kernel);

    /// <summary>The gradient by the input of one by the output.</summary>
    public abstract Tensor InputGradient(Tensor dy, Tensor kernel);

    /// <summary>The scale of the input, so that it broadcasts with the output.</summary>
    public abstract Tensor InputScale(Tensor scale);

    /// <summary>The scale that a quantizer gives for the kernel, as it is kept.</summary>
    public abstract Tensor KernelScale(Tensor scale);

    /// <summary>The scale as it is kept, so that it broadcasts with the kernel.</summary>
    public abstract Tensor OnKernel(Tensor scale);

    /// <summary>The product with a matrix of integers and a scale for each column.</summary>
    /// <param name="x">Floats, or integers with a scale.</param>
    /// <param name="inputScale">Scale of the input; null where it is floats.</param>
    /// <param name="matrix">Integers <c>(rows, columns)</c>.</param>
    /// <param name="scale">One for each column.</param>
    /// <param name="dtype">Type of the result.</param>
    public abstract Tensor MultiplyMatrix(Tensor x, Tensor? inputScale, Tensor matrix, Tensor scale, DataType dtype);

    /// <summary>Bias and activation of a product.</summary>
    /// <param name="y">The product.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="narrowBias">Whether a bias in 32 bits is rounded to 16, as next to 8-bit floats.</param>
    public static Tensor Finish(Tensor y, KerasVariable? bias, ActivationFunction activation, bool narrowBias = false)
    {
        if (bias is null)
        {
            return activation.Apply(y);
        }

        return activation.Apply(Ops.Add(y, narrowBias && y.DType == DataType.Float32 ? Ops.Cast(Ops.Cast(bias, DataType.BFloat16), DataType.Float32) : bias));
    }
}
