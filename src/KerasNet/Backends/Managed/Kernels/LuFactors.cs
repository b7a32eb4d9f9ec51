namespace KerasNet.Backends.Managed;

/// <summary>A square matrix as a lower (with ones on the diagonal) and an upper triangle in one, rows exchanged for the largest pivots.</summary>
internal sealed class LuFactors
{
    public LuFactors(double[] matrix, int n)
    {
        (Values, N) = (matrix, n);
        Rows = [.. Enumerable.Range(0, n)];
        for (var k = 0; k < n; k++)
        {
            Pivot(k);
            var pivot = matrix[(k * n) + k];
            for (var i = k + 1; pivot != 0 && i < n; i++)
            {
                var factor = matrix[(i * n) + k] /= pivot;
                for (var j = k + 1; j < n; j++)
                {
                    matrix[(i * n) + j] -= factor * matrix[(k * n) + j];
                }
            }
        }
    }

    public int N { get; }

    /// <summary>Both triangles.</summary>
    public double[] Values { get; }

    /// <summary>The matrix's row that stands in each row now.</summary>
    public int[] Rows { get; }

    /// <summary>1 or -1, by the number of exchanges.</summary>
    public int Parity { get; private set; } = 1;

    public bool IsSingular => Enumerable.Range(0, N).Any(i => Values[(i * N) + i] == 0);

    /// <summary>Sign and logarithm of the absolute value of the determinant.</summary>
    public (double Sign, double Log) LogDeterminant()
    {
        var (sign, log) = ((double)Parity, 0.0);
        for (var i = 0; i < N; i++)
        {
            sign *= Math.Sign(Values[(i * N) + i]);
            log += Math.Log(Math.Abs(Values[(i * N) + i]));
        }

        return (sign, log);
    }

    public double Determinant()
    {
        var product = (double)Parity;
        for (var i = 0; i < N; i++)
        {
            product *= Values[(i * N) + i];
        }

        return product;
    }

    /// <summary>The solution for right-hand sides of a number of columns.</summary>
    public double[] Solve(double[] b, int columns)
    {
        var x = new double[b.Length];
        for (var i = 0; i < N; i++)
        {
            Array.Copy(b, Rows[i] * columns, x, i * columns, columns);
        }

        Triangles.Solve(Values, N, x, columns, lower: true, unit: true);
        Triangles.Solve(Values, N, x, columns, lower: false, unit: false);
        return x;
    }

    private void Pivot(int k)
    {
        var best = k;
        for (var i = k + 1; i < N; i++)
        {
            best = Math.Abs(Values[(i * N) + k]) > Math.Abs(Values[(best * N) + k]) ? i : best;
        }

        if (best == k)
        {
            return;
        }

        for (var j = 0; j < N; j++)
        {
            (Values[(k * N) + j], Values[(best * N) + j]) = (Values[(best * N) + j], Values[(k * N) + j]);
        }

        (Rows[k], Rows[best]) = (Rows[best], Rows[k]);
        Parity = -Parity;
    }
}
