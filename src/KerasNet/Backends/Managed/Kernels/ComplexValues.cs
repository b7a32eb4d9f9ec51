using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>Complex tensors in double precision: pairs of floats, the real part first.</summary>
internal static class ComplexValues
{
    public static Complex[] Read(Tensor x)
    {
        if (x.DType == DataType.Complex128)
        {
            return x.Raw<Complex>().ToArray();
        }

        var pairs = x.Raw<Vector2>();
        var values = new Complex[pairs.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new Complex(pairs[i].X, pairs[i].Y);
        }

        return values;
    }

    public static void Write(Tensor y, ReadOnlySpan<Complex> values, int at = 0)
    {
        if (y.DType == DataType.Complex128)
        {
            values.CopyTo(y.Raw<Complex>()[at..]);
            return;
        }

        var pairs = y.Raw<Vector2>();
        for (var i = 0; i < values.Length; i++)
        {
            pairs[at + i] = new Vector2((float)values[i].Real, (float)values[i].Imaginary);
        }
    }

    /// <summary>The type of the parts.</summary>
    public static DataType PartType(DataType complex) => complex == DataType.Complex128 ? DataType.Float64 : DataType.Float32;

    /// <summary>The type with such parts.</summary>
    public static DataType Of(DataType part) => part == DataType.Float64 ? DataType.Complex128 : DataType.Complex64;
}
