namespace KerasNet.Initializers;

/// <summary>What a <see cref="Constant"/> puts into a weight: a number, or an array that broadcasts to the weight's shape.</summary>
/// <remarks>Converts from both.</remarks>
public sealed class ConstantValue : Saving.IConfigValue
{
    /// <summary>One number for all elements.</summary>
    public ConstantValue(double number) => Number = number;

    /// <summary>An array.</summary>
    public ConstantValue(Tensor array) => Array = array;

    /// <summary>The number; null where it is an array.</summary>
    public double? Number { get; }

    /// <summary>The array; null where it is a number.</summary>
    public Tensor? Array { get; }

    object? Saving.IConfigValue.ConfigValue => Number is { } number ? (object)number : Array;

    /// <summary>A number.</summary>
    public static implicit operator ConstantValue(double number) => new(number);

    /// <summary>An array.</summary>
    public static implicit operator ConstantValue(Tensor array) => new(array);

    /// <summary>An array.</summary>
    public static implicit operator ConstantValue(NumSharp.NDArray array) => new(array);

    /// <summary>An array of one dimension.</summary>
    public static implicit operator ConstantValue(float[] values) => new((Tensor)values);
}
