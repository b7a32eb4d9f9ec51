namespace KerasNet.Backends.Managed;

/// <summary>Solves with one triangle of a square matrix, in place.</summary>
internal static class Triangles
{
    public static void Solve(double[] a, int n, double[] x, int columns, bool lower, bool unit, bool transposed = false)
    {
        var forward = lower != transposed;
        for (var step = 0; step < n; step++)
        {
            var i = forward ? step : n - 1 - step;
            for (var before = 0; before < step; before++)
            {
                var j = forward ? before : n - 1 - before;
                var factor = transposed ? a[(j * n) + i] : a[(i * n) + j];
                for (var c = 0; factor != 0 && c < columns; c++)
                {
                    x[(i * columns) + c] -= factor * x[(j * columns) + c];
                }
            }

            for (var c = 0; !unit && c < columns; c++)
            {
                x[(i * columns) + c] /= a[(i * n) + i];
            }
        }
    }

    /// <summary>The transposed matrix.</summary>
    public static double[] Transposed(double[] a, int rows, int columns)
    {
        var y = new double[a.Length];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                y[(j * rows) + i] = a[(i * columns) + j];
            }
        }

        return y;
    }
}
