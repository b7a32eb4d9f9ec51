namespace KerasNet.Backends.Managed;

/// <summary>The matrices of a tensor's last two axes, one after the other, in double precision: decompositions lose too much in less.</summary>
internal static class MatrixValues
{
    /// <summary>How many matrices a tensor holds.</summary>
    public static int Count(Tensor x) => (int)x.Shape[..^2].Size;

    /// <summary>A part of a tensor, row by row.</summary>
    public static double[] Read(Tensor x, int index, int size)
    {
        var values = new double[size];
        if (x.DType == DataType.Float64)
        {
            x.AsSpan<double>().Slice(index * size, size).CopyTo(values);
        }
        else
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertSaturating<float, double>(x.AsSpan<float>().Slice(index * size, size), values);
        }

        return values;
    }

    /// <summary>Writes a part of a tensor.</summary>
    public static void Write(Tensor y, int index, ReadOnlySpan<double> values)
    {
        if (y.DType == DataType.Float64)
        {
            values.CopyTo(y.Writable<double>().Slice(index * values.Length, values.Length));
        }
        else
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertSaturating(values, y.Writable<float>().Slice(index * values.Length, values.Length));
        }
    }
}
