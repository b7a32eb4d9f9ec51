using System.Numerics;

namespace KerasNet.Conformance.Records;

/// <summary>Complex tensors: pairs of floats, real part first.</summary>
internal static class ComplexNumbers
{
    public static Tensor Create(double[] real, double[] imaginary, TensorShape shape, DataType dtype)
    {
        var tensor = Tensor.Allocate(dtype, shape);
        for (var i = 0; i < real.Length; i++)
        {
            if (dtype == DataType.Complex64)
            {
                (tensor.Raw<Vector2>()[i].X, tensor.Raw<Vector2>()[i].Y) = ((float)real[i], (float)imaginary[i]);
            }
            else
            {
                tensor.Raw<Complex>()[i] = new Complex(real[i], imaginary[i]);
            }
        }

        return tensor;
    }

    public static Complex At(Tensor tensor, int i) => tensor.DType == DataType.Complex64
        ? new Complex(tensor.Raw<Vector2>()[i].X, tensor.Raw<Vector2>()[i].Y)
        : tensor.Raw<Complex>()[i];
}
