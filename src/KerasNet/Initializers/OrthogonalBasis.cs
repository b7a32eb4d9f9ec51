using System.Numerics.Tensors;

namespace KerasNet.Initializers;

/// <summary>The Q of a QR decomposition whose R has a positive diagonal, by Householder reflections in double precision.</summary>
internal static class OrthogonalBasis
{
    /// <summary>Decomposes a row-major matrix; gives Q column by column.</summary>
    public static double[] Of(ReadOnlySpan<double> matrix, int rows, int columns)
    {
        var a = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                a[(j * rows) + i] = matrix[(i * columns) + j];
            }
        }

        var signs = new double[columns];
        for (var k = 0; k < columns; k++)
        {
            signs[k] = Reflector(a.AsSpan((k * rows) + k, rows - k));
            var v = a.AsMemory((k * rows) + k, rows - k);
            Parallel.For(k + 1, columns, j => Reflect(v.Span, a.AsSpan((j * rows) + k, rows - k)));
        }

        // The reflections, last first, turn the first columns of the identity into Q.
        var q = new double[rows * columns];
        Parallel.For(0, columns, j =>
        {
            var column = q.AsSpan(j * rows, rows);
            column[j] = signs[j];
            for (var k = columns - 1; k >= 0; k--)
            {
                Reflect(a.AsSpan((k * rows) + k, rows - k), column[k..]);
            }
        });
        return q;
    }

    /// <summary>Replaces a column by the unit vector of its reflection; gives the sign of R's diagonal.</summary>
    private static double Reflector(Span<double> x)
    {
        var norm = TensorPrimitives.Norm<double>(x);
        var sign = x[0] > 0 ? -1.0 : 1.0;
        x[0] -= sign * norm;
        var length = TensorPrimitives.Norm<double>(x);
        if (length > 0)
        {
            TensorPrimitives.Divide(x, length, x);
        }

        return sign;
    }

    private static void Reflect(ReadOnlySpan<double> v, Span<double> x) =>
        TensorPrimitives.MultiplyAdd(v, -2 * TensorPrimitives.Dot(v, x), x, x);
}
