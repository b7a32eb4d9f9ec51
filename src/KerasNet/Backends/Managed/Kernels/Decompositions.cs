using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace KerasNet.Backends.Managed;

/// <summary>Decompositions by Math.NET: singular values, eigenvalues.</summary>
internal static class Decompositions
{
    /// <summary>Singular values in descending order; U of rows × rows; V (not transposed) of columns × columns.</summary>
    public static (double[] S, double[] U, double[] V) Svd(double[] a, int rows, int columns, bool vectors)
    {
        var svd = Of(a, rows, columns).Svd(vectors);
        return (svd.S.ToArray(), vectors ? Rows(svd.U) : [], vectors ? Rows(svd.VT.Transpose()) : []);
    }

    /// <summary>Eigenvalues of a symmetric matrix in ascending order, and vectors in columns. Only the lower triangle is read; <paramref name="single"/> for numbers of float32.</summary>
    public static (double[] Values, double[] Vectors) Symmetric(double[] a, int n, bool single)
    {
        if (n == 0)
        {
            return ([], []);
        }

        if (single)
        {
            var narrow = new SymmetricEigen<float>(a, n);
            return (narrow.Values, narrow.Vectors);
        }

        var wide = new SymmetricEigen<double>(a, n);
        return (wide.Values, wide.Vectors);
    }

    /// <summary>Eigenvalues of any matrix, and vectors of length 1 in columns.</summary>
    public static (Complex[] Values, Complex[] Vectors) General(double[] a, int n)
    {
        var evd = Of(a, n, n).Evd(Symmetricity.Asymmetric);
        var values = evd.EigenValues.ToArray();
        var vectors = new Complex[n * n];
        for (var j = 0; j < n; j++)
        {
            // A pair of conjugates has its real and imaginary parts in two columns.
            var second = values[j].Imaginary < 0;
            var paired = values[j].Imaginary != 0;
            var column = new Complex[n];
            for (var i = 0; i < n; i++)
            {
                column[i] = !paired ? evd.EigenVectors[i, j]
                    : second ? new Complex(evd.EigenVectors[i, j - 1], -evd.EigenVectors[i, j])
                    : new Complex(evd.EigenVectors[i, j], evd.EigenVectors[i, j + 1]);
            }

            var length = Math.Sqrt(column.Sum(c => (c.Real * c.Real) + (c.Imaginary * c.Imaginary)));
            for (var i = 0; i < n; i++)
            {
                vectors[(i * n) + j] = column[i] / length;
            }
        }

        return (values, vectors);
    }

    private static DenseMatrix Of(double[] a, int rows, int columns) => DenseMatrix.Create(rows, columns, (i, j) => a[(i * columns) + j]);

    private static double[] Rows(Matrix<double> matrix) => matrix.ToRowMajorArray();
}
