namespace KerasNet.Backends.Managed;

/// <summary>Turns a strip of a matrix.</summary>
internal static unsafe class TransposePlane
{
    /// <summary>Columns of a strip.</summary>
    public const int Strip = 32;

    /// <summary><c>y[c·yStep + r] = x[r·xStep + c]</c> for a few columns and many rows.</summary>
    public static void Run<T>(T* x, nint xStep, T* y, nint yStep, int rows, int columns) where T : unmanaged
    {
        int r = 0;
        if (sizeof(T) == 4)
        {
            for (; r + 8 <= rows; r += 8)
            {
                Block8.TransposeFloats((float*)(x + (r * xStep)), xStep, (float*)(y + r), yStep, columns);
            }
        }

        for (; r < rows; r++)
        {
            T* from = x + (r * xStep);
            T* to = y + r;
            for (int c = 0; c < columns; c++)
            {
                to[c * yStep] = from[c];
            }
        }
    }
}
