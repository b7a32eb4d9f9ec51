using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace KerasNet.Backends.Managed;

/// <summary>Fourier transforms by Math.NET of the rows of a tensor's last axis.</summary>
internal static class FourierRows
{
    /// <summary>Transforms each row in place.</summary>
    public static void Forward(Complex[] values, int length)
    {
        var row = new Complex[length];
        for (var at = 0; length > 0 && at < values.Length; at += length)
        {
            Array.Copy(values, at, row, 0, length);
            Fourier.Forward(row, FourierOptions.NoScaling);
            row.CopyTo(values, at);
        }
    }

    /// <summary>Transforms each matrix of the last two axes in place.</summary>
    public static void Forward2(Complex[] values, int rows, int columns)
    {
        Forward(values, columns);
        var column = new Complex[rows];
        for (var start = 0; start < values.Length; start += rows * columns)
        {
            for (var j = 0; j < columns; j++)
            {
                for (var i = 0; i < rows; i++)
                {
                    column[i] = values[start + (i * columns) + j];
                }

                Fourier.Forward(column, FourierOptions.NoScaling);
                for (var i = 0; i < rows; i++)
                {
                    values[start + (i * columns) + j] = column[i];
                }
            }
        }
    }
}
