using NumSharp;

namespace KerasNet;

/// <summary>Operators and conversions: C# numbers and NumSharp's arrays beside tensors.</summary>
public sealed partial class Tensor
{
    /// <summary>Elementwise sum, with broadcasting.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Ops.Add(a, b);

    /// <summary>Elementwise difference, with broadcasting.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Ops.Subtract(a, b);

    /// <summary>Elementwise product, with broadcasting.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Ops.Multiply(a, b);

    /// <summary>Elementwise quotient, with broadcasting; integers divide to floats.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Ops.Divide(a, b);

    /// <summary>Elementwise negative.</summary>
    public static Tensor operator -(Tensor a) => Ops.Negative(a);

    /// <summary>Elementwise remainder with the divisor's sign, as in Python.</summary>
    public static Tensor operator %(Tensor a, Tensor b) => Ops.Remainder(a, b);

    /// <summary>Elementwise comparison.</summary>
    public static Tensor operator >(Tensor a, Tensor b) => Ops.Greater(a, b);

    /// <summary>Elementwise comparison.</summary>
    public static Tensor operator <(Tensor a, Tensor b) => Ops.Less(a, b);

    /// <summary>Elementwise comparison.</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => Ops.GreaterEqual(a, b);

    /// <summary>Elementwise comparison.</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => Ops.LessEqual(a, b);

    // Numbers need operators of their own beside those with arrays: NumSharp converts them to arrays, and C# would prefer that.

    /// <summary>An array's values, copied.</summary>
    public static implicit operator Tensor(NDArray array) => NumSharpConversions.ToTensor(array);

    /// <summary>The text with the tensor's own.</summary>
    public static string operator +(string a, Tensor b) => $"{a}{b}";

    /// <summary>Elementwise sum with an array.</summary>
    public static Tensor operator +(Tensor a, NDArray b) => Ops.Add(a, (Tensor)b);

    /// <summary>Elementwise sum of an array.</summary>
    public static Tensor operator +(NDArray a, Tensor b) => Ops.Add((Tensor)a, b);

    /// <summary>Elementwise sum with a number.</summary>
    public static Tensor operator +(Tensor a, long b) => Ops.Add(a, (Tensor)b);

    /// <summary>Elementwise sum of a number.</summary>
    public static Tensor operator +(long a, Tensor b) => Ops.Add((Tensor)a, b);

    /// <summary>Elementwise sum with a number.</summary>
    public static Tensor operator +(Tensor a, double b) => Ops.Add(a, (Tensor)b);

    /// <summary>Elementwise sum of a number.</summary>
    public static Tensor operator +(double a, Tensor b) => Ops.Add((Tensor)a, b);

    /// <summary>Elementwise difference with an array.</summary>
    public static Tensor operator -(Tensor a, NDArray b) => Ops.Subtract(a, (Tensor)b);

    /// <summary>Elementwise difference of an array.</summary>
    public static Tensor operator -(NDArray a, Tensor b) => Ops.Subtract((Tensor)a, b);

    /// <summary>Elementwise difference with a number.</summary>
    public static Tensor operator -(Tensor a, long b) => Ops.Subtract(a, (Tensor)b);

    /// <summary>Elementwise difference of a number.</summary>
    public static Tensor operator -(long a, Tensor b) => Ops.Subtract((Tensor)a, b);

    /// <summary>Elementwise difference with a number.</summary>
    public static Tensor operator -(Tensor a, double b) => Ops.Subtract(a, (Tensor)b);

    /// <summary>Elementwise difference of a number.</summary>
    public static Tensor operator -(double a, Tensor b) => Ops.Subtract((Tensor)a, b);

    /// <summary>Elementwise product with an array.</summary>
    public static Tensor operator *(Tensor a, NDArray b) => Ops.Multiply(a, (Tensor)b);

    /// <summary>Elementwise product of an array.</summary>
    public static Tensor operator *(NDArray a, Tensor b) => Ops.Multiply((Tensor)a, b);

    /// <summary>Elementwise product with a number.</summary>
    public static Tensor operator *(Tensor a, long b) => Ops.Multiply(a, (Tensor)b);

    /// <summary>Elementwise product of a number.</summary>
    public static Tensor operator *(long a, Tensor b) => Ops.Multiply((Tensor)a, b);

    /// <summary>Elementwise product with a number.</summary>
    public static Tensor operator *(Tensor a, double b) => Ops.Multiply(a, (Tensor)b);

    /// <summary>Elementwise product of a number.</summary>
    public static Tensor operator *(double a, Tensor b) => Ops.Multiply((Tensor)a, b);

    /// <summary>Elementwise quotient with an array.</summary>
    public static Tensor operator /(Tensor a, NDArray b) => Ops.Divide(a, (Tensor)b);

    /// <summary>Elementwise quotient of an array.</summary>
    public static Tensor operator /(NDArray a, Tensor b) => Ops.Divide((Tensor)a, b);

    /// <summary>Elementwise quotient with a number.</summary>
    public static Tensor operator /(Tensor a, long b) => Ops.Divide(a, (Tensor)b);

    /// <summary>Elementwise quotient of a number.</summary>
    public static Tensor operator /(long a, Tensor b) => Ops.Divide((Tensor)a, b);

    /// <summary>Elementwise quotient with a number.</summary>
    public static Tensor operator /(Tensor a, double b) => Ops.Divide(a, (Tensor)b);

    /// <summary>Elementwise quotient of a number.</summary>
    public static Tensor operator /(double a, Tensor b) => Ops.Divide((Tensor)a, b);

    /// <summary>A number.</summary>
    public static implicit operator Tensor(float value) => Weak(value);

    /// <summary>A number; it takes the other operand's float type.</summary>
    public static implicit operator Tensor(double value) => Weak((float)value);

    /// <summary>A number.</summary>
    public static implicit operator Tensor(int value) => Weak(value);

    /// <summary>A number.</summary>
    public static implicit operator Tensor(long value) => value is >= int.MinValue and <= int.MaxValue ? Weak((int)value) : Weak(value);

    /// <summary>True or false.</summary>
    public static implicit operator Tensor(bool value) => Weak(value);

    /// <summary>A value of shape (n,).</summary>
    public static implicit operator Tensor(float[] values) => From(values);

    /// <summary>A value of shape (n,).</summary>
    public static implicit operator Tensor(int[] values) => From(values);

    /// <summary>A value of shape (n,).</summary>
    public static implicit operator Tensor(long[] values) => From(values);

    /// <summary>A value of two dimensions.</summary>
    public static implicit operator Tensor(int[,] values) => From(values);

    /// <summary>Texts, of shape (n,).</summary>
    public static implicit operator Tensor(string[] texts) => From(texts);

    /// <summary>Texts of two dimensions.</summary>
    public static implicit operator Tensor(string[,] texts) => From(texts);

    /// <summary>A value of two dimensions.</summary>
    public static implicit operator Tensor(float[,] values) => From(values);

    /// <summary>A value of three dimensions.</summary>
    public static implicit operator Tensor(float[,,] values) => From(values);

    /// <summary>A value of four dimensions.</summary>
    public static implicit operator Tensor(float[,,,] values) => From(values);

    /// <summary>The truth of the single element, for <c>if</c> and <c>?:</c>.</summary>
    /// <exception cref="InvalidOperationException">The tensor has no value yet, or more than one element.</exception>
    public static bool operator true(Tensor tensor) => tensor.Truth();

    /// <summary>The opposite.</summary>
    /// <exception cref="InvalidOperationException">The tensor has no value yet, or more than one element.</exception>
    public static bool operator false(Tensor tensor) => !tensor.Truth();

    /// <summary>The truth of the single element.</summary>
    /// <exception cref="InvalidOperationException">The tensor has no value yet, or more than one element.</exception>
    public static explicit operator bool(Tensor tensor) => tensor.Truth();

    /// <summary>The single element.</summary>
    public static explicit operator float(Tensor tensor) => (float)tensor.ToDouble();

    /// <summary>The single element.</summary>
    public static explicit operator double(Tensor tensor) => tensor.ToDouble();

    /// <summary>The single element.</summary>
    public static explicit operator int(Tensor tensor) => (int)tensor.ToDouble();
}
