namespace KerasNet.Layers;

/// <summary>The product of <see cref="Dense"/>: rows by a matrix.</summary>
/// <param name="kernel"><c>(inputDim, units)</c>.</param>
internal sealed class DenseProduct(TensorShape kernel) : KernelProduct(kernel)
{
    public override int[] InputAxes => [-1];

    public override int[] KernelAxes => [0];

    public override TensorShape ScaleShape => Kernel[1];

    public override Tensor Multiply(Tensor x, Tensor kernel) => Ops.MatMul(x, kernel);

    public override Tensor InputGradient(Tensor dy, Tensor kernel) => Ops.MatMul(dy, Ops.Transpose(kernel));

    public override Tensor InputScale(Tensor scale) => scale;

    public override Tensor KernelScale(Tensor scale) => Ops.Squeeze(scale, 0);

    public override Tensor OnKernel(Tensor scale) => scale;

    public override Tensor MultiplyMatrix(Tensor x, Tensor? inputScale, Tensor matrix, Tensor scale, DataType dtype) =>
        Ops.Divide(Ops.Cast(Ops.MatMul(x, matrix), dtype), inputScale is null ? scale : Ops.Multiply(scale, inputScale));
}
