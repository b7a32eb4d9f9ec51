using NumSharp;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Vectors of length 1; those of length 0 stay.</summary>
    /// <remarks>Python: <c>keras.utils.normalize</c>.</remarks>
    /// <param name="x">An array.</param>
    /// <param name="axis">The axis along which vectors lie.</param>
    /// <param name="order">1 for the sum of absolute values, 2 for Euclid's length.</param>
    public static NDArray Normalize(NDArray x, int axis = -1, int order = 2)
    {
        Tensor values = x;
        values = values.DType.IsFloating() ? values : Ops.Cast(values, DataType.Float64);
        var length = order == 2 ? Ops.Sqrt(Ops.Sum(Ops.Square(values), axis, keepdims: true))
            : Ops.Power(Ops.Sum(Ops.Power(Ops.Abs(values), Ops.Cast(order, values.DType)), axis, keepdims: true), Ops.Cast(1.0 / order, values.DType));
        return (values / Ops.Where(Ops.Equal(length, 0), Ops.OnesLike(length), length)).Numpy();
    }
}
