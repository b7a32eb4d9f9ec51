namespace KerasNet;

/// <summary>TensorFlow's ops under TensorFlow's names and arguments, one file each. They take values and graph tensors, never Keras's symbolic ones.</summary>
internal static partial class RawOps
{
    /// <summary>A value of int32 numbers; backends make a Const of it.</summary>
    public static Tensor Constant(params ReadOnlySpan<int> values) => Tensor.Create(values, values.Length);

    /// <summary>An int32 number.</summary>
    public static Tensor Scalar(int value) => Tensor.Create([value], TensorShape.Scalar);

    /// <summary>A number in the type of another tensor.</summary>
    public static Tensor Scalar(double value, DataType dtype) => Ops.Cast(Tensor.Create([value], TensorShape.Scalar), dtype);
}
