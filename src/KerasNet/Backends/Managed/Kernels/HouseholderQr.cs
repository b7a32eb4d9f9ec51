namespace KerasNet.Backends.Managed;

/// <summary>A matrix as an orthogonal one times an upper triangle, by Householder's reflections, with the signs that Eigen and LAPACK give.</summary>
internal static class HouseholderQr
{
    /// <summary>Q of rows × rows and R of rows × columns.</summary>
    public static (double[] Q, double[] R) Full(double[] a, int rows, int columns)
    {
        var (r, q) = ((double[])a.Clone(), new double[rows * rows]);
        for (var i = 0; i < rows; i++)
        {
            q[(i * rows) + i] = 1;
        }

        for (var k = 0; k < Math.Min(rows - 1, columns); k++)
        {
            var norm = 0.0;
            for (var i = k; i < rows; i++)
            {
                norm += r[(i * columns) + k] * r[(i * columns) + k];
            }

            var head = r[(k * columns) + k];
            if (norm - (head * head) == 0)
            {
                continue; // nothing below the diagonal
            }

            var beta = head >= 0 ? -Math.Sqrt(norm) : Math.Sqrt(norm);
            var v = new double[rows];
            for (var i = k; i < rows; i++)
            {
                v[i] = i == k ? head - beta : r[(i * columns) + k];
            }

            var scale = 2 / v.Sum(e => e * e);
            Reflect(r, v, scale, k, rows, columns);
            ReflectRight(q, v, scale, k, rows);
        }

        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < Math.Min(i, columns); j++)
            {
                r[(i * columns) + j] = 0;
            }
        }

        return (q, r);
    }

    private static void Reflect(double[] r, double[] v, double scale, int k, int rows, int columns)
    {
        for (var j = 0; j < columns; j++)
        {
            var dot = 0.0;
            for (var i = k; i < rows; i++)
            {
                dot += v[i] * r[(i * columns) + j];
            }

            for (var i = k; i < rows; i++)
            {
                r[(i * columns) + j] -= scale * dot * v[i];
            }
        }
    }

    private static void ReflectRight(double[] q, double[] v, double scale, int k, int rows)
    {
        for (var i = 0; i < rows; i++)
        {
            var dot = 0.0;
            for (var j = k; j < rows; j++)
            {
                dot += q[(i * rows) + j] * v[j];
            }

            for (var j = k; j < rows; j++)
            {
                q[(i * rows) + j] -= scale * dot * v[j];
            }
        }
    }
}
