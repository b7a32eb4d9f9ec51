namespace KerasNet.Backends.Managed;

/// <summary>Permutation of axes: axes that stay neighbours are one, then runs are copied or planes are turned in blocks.</summary>
internal static unsafe class Transpose
{
    private const int MaxRank = 16;

    /// <summary>Output axis i is input axis <c>permutation[i]</c>; elements of 1, 2, 4, 8 or 16 bytes.</summary>
    public static void Run(ReadOnlySpan<int> shape, ReadOnlySpan<int> permutation, int elementSize, void* x, void* y)
    {
        switch (elementSize)
        {
            case 1: Run(shape, permutation, (byte*)x, (byte*)y); break;
            case 2: Run(shape, permutation, (ushort*)x, (ushort*)y); break;
            case 4: Run(shape, permutation, (float*)x, (float*)y); break;
            case 8: Run(shape, permutation, (double*)x, (double*)y); break;
            case 16: Run(shape, permutation, (UInt128*)x, (UInt128*)y); break;
            default: throw new ArgumentException($"Expected elements of 1, 2, 4, 8 or 16 bytes. Received: {elementSize}. Turn text into numbers first.");
        }
    }

    private static void Run<T>(ReadOnlySpan<int> shape, ReadOnlySpan<int> permutation, T* x, T* y) where T : unmanaged
    {
        if (shape.Length > MaxRank)
        {
            throw new ArgumentException($"Expected at most {MaxRank} axes. Received: {shape.Length}.");
        }

        long* inSteps = stackalloc long[MaxRank];
        long step = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            inSteps[i] = step;
            step *= shape[i];
        }

        if (step == 0)
        {
            return;
        }

        // The output's axes from left to right, with their distance in the input; neighbours in both are merged.
        int* sizes = stackalloc int[MaxRank];
        long* steps = stackalloc long[MaxRank];
        int rank = 0;
        foreach (int axis in permutation)
        {
            if (shape[axis] == 1)
            {
                continue;
            }

            if (rank > 0 && steps[rank - 1] == inSteps[axis] * shape[axis])
            {
                sizes[rank - 1] *= shape[axis];
                steps[rank - 1] = inSteps[axis];
            }
            else
            {
                sizes[rank] = shape[axis];
                steps[rank++] = inSteps[axis];
            }
        }

        if (rank <= 1)
        {
            Buffer.MemoryCopy(x, y, step * sizeof(T), step * sizeof(T));
        }
        else if (steps[rank - 1] == 1)
        {
            int lines = (int)(step / sizes[rank - 1]);
            ManagedThreads.For(lines, ManagedThreads.Grain(sizes[rank - 1] / 4), new Runs<T>(rank, sizes, steps, x, y));
        }
        else
        {
            Planes(rank, sizes, steps, step, x, y);
        }
    }

    // The input's last axis is output axis p < last: each plane (p, last) is turned, for every position of the other axes.
    private static void Planes<T>(int rank, int* sizes, long* steps, long count, T* x, T* y) where T : unmanaged
    {
        int p = 0;
        while (steps[p] != 1)
        {
            p++;
        }

        long outStep = 1;
        for (int i = rank - 1; i > p; i--)
        {
            outStep *= sizes[i];
        }

        int rows = sizes[rank - 1];
        int columns = sizes[p];
        int strips = (columns + TransposePlane.Strip - 1) / TransposePlane.Strip;
        int planes = (int)(count / rows / columns);
        ManagedThreads.For(planes * strips, ManagedThreads.Grain((long)rows * TransposePlane.Strip / 2), new Strips<T>(rank, sizes, steps, p, outStep, strips, x, y));
    }

    private readonly struct Runs<T>(int rank, int* sizes, long* steps, T* x, T* y) : IRangeAction where T : unmanaged
    {
        public void Run(int start, int end)
        {
            int length = sizes[rank - 1];
            for (int line = start; line < end; line++)
            {
                long from = 0;
                for (int axis = rank - 2, rest = line; axis >= 0; axis--)
                {
                    from += rest % sizes[axis] * steps[axis];
                    rest /= sizes[axis];
                }

                T* to = y + ((long)line * length);
                if (length < 16)
                {
                    for (int i = 0; i < length; i++)
                    {
                        to[i] = x[from + i];
                    }
                }
                else
                {
                    Buffer.MemoryCopy(x + from, to, (long)length * sizeof(T), (long)length * sizeof(T));
                }
            }
        }
    }

    private readonly struct Strips<T>(int rank, int* sizes, long* steps, int p, long outStep, int strips, T* x, T* y) : IRangeAction where T : unmanaged
    {
        public void Run(int start, int end)
        {
            for (int item = start; item < end; item++)
            {
                int column = item % strips * TransposePlane.Strip;
                long from = column;
                long to = column * outStep;
                long outAxis = sizes[rank - 1];
                for (int axis = rank - 2, rest = item / strips; axis >= 0; axis--)
                {
                    if (axis != p)
                    {
                        from += rest % sizes[axis] * steps[axis];
                        to += rest % sizes[axis] * outAxis;
                        rest /= sizes[axis];
                    }

                    outAxis *= sizes[axis];
                }

                TransposePlane.Run(x + from, (nint)steps[rank - 1], y + to, (nint)outStep, sizes[rank - 1], Math.Min(TransposePlane.Strip, sizes[p] - column));
            }
        }
    }
}
