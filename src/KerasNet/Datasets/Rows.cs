using NumSharp;

namespace KerasNet.Datasets;

/// <summary>Rows of arrays by their numbers.</summary>
internal static class Rows
{
    public static NDArray Take(Tensor array, ReadOnlySpan<int> rows)
    {
        var result = Tensor.Allocate(array.DType, array.Shape.With(0, rows.Length));
        var size = (int)(array.ByteLength / Math.Max(1, array.Shape[0]));
        for (var i = 0; i < rows.Length; i++)
        {
            array.Bytes().Slice(rows[i] * size, size).CopyTo(result.WritableBytes()[(i * size)..]);
        }

        return result.Numpy();
    }
}
