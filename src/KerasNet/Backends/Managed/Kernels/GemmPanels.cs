using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Packs op(B) into panels of two vectors' width, row after row, the last panel padded with zeros.</summary>
internal readonly unsafe struct GemmPanels<T>(bool transpose, int columns, int depth, T* source, int stride, T* target) : IRangeAction
    where T : unmanaged
{
    public void Run(int start, int end)
    {
        int width = 2 * Vector256<T>.Count;
        for (int panel = start; panel < end; panel++)
        {
            T* to = target + ((long)panel * width * depth);
            int filled = Math.Min(width, columns - (panel * width));
            if (filled < width)
            {
                new Span<T>(to, width * depth).Clear();
            }

            if (transpose)
            {
                Transpose(source + ((long)panel * width * stride), to, filled, width);
            }
            else
            {
                Copy(source + ((long)panel * width), to, filled, width);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(T* from, T* to, int filled, int width)
    {
        int half = width / 2;
        for (int p = 0; p < depth; p++, from += stride, to += width)
        {
            if (filled == width)
            {
                Vector256.Load(from).Store(to);
                Vector256.Load(from + half).Store(to + half);
                continue;
            }

            for (int j = 0; j < filled; j++)
            {
                to[j] = from[j];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(T* from, T* to, int filled, int width)
    {
        int j = 0;
        for (; j + 8 <= filled && sizeof(T) == 4; j += 8)
        {
            Block8.TransposeFloats((float*)(from + ((long)j * stride)), stride, (float*)(to + j), width, depth);
        }

        for (; j < filled; j++)
        {
            T* row = from + ((long)j * stride);
            T* column = to + j;
            for (int p = 0; p < depth; p++, column += width)
            {
                *column = row[p];
            }
        }
    }
}
