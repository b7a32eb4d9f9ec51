using System.Runtime.CompilerServices;

namespace KerasNet.Backends.Managed;

/// <summary>
/// Cuts patches out of an image <c>(batch, D, H, W, channels)</c>: the grid position g sees, for tap t, the pixel
/// <c>g·Step + Origin + t·TapStep</c>, or zeros where that is outside. A patch is a row <c>(taps, channels)</c>.
/// </summary>
internal readonly unsafe struct PatchGrid<T>(T* source, Size3 size, int pixel, int channels, Size3 grid, Size3 step, Size3 origin, Size3 taps, Size3 tapStep)
    where T : unmanaged
{
    /// <summary>Values in a patch.</summary>
    public int Length => taps.Volume * channels;

    /// <summary>Writes the patches of the grid positions from <paramref name="first"/> on, counted over the whole batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(int first, int count, T* to)
    {
        int w = first % grid.W;
        int rest = first / grid.W;
        int h = rest % grid.H;
        rest /= grid.H;
        int d = rest % grid.D;
        int n = rest / grid.D;
        for (int i = 0; i < count; i++)
        {
            to = Patch(source + ((long)n * size.Volume * pixel), (d * step.D) + origin.D, (h * step.H) + origin.H, (w * step.W) + origin.W, to);
            if (++w == grid.W)
            {
                w = 0;
                if (++h == grid.H)
                {
                    h = 0;
                    if (++d == grid.D)
                    {
                        d = 0;
                        n++;
                    }
                }
            }
        }
    }

    private T* Patch(T* image, int d0, int h0, int w0, T* to)
    {
        int line = taps.W * channels;
        for (int i = 0, d = d0; i < taps.D; i++, d += tapStep.D)
        {
            for (int j = 0, h = h0; j < taps.H; j++, h += tapStep.H, to += line)
            {
                if ((uint)d >= (uint)size.D || (uint)h >= (uint)size.H)
                {
                    Zero(to, line);
                    continue;
                }

                T* row = image + ((((long)d * size.H) + h) * size.W * pixel);
                if (tapStep.W == 1 && pixel == channels)
                {
                    Run(row, w0, to);
                }
                else
                {
                    Taps(row, w0, to);
                }
            }
        }

        return to;
    }

    // Neighbouring taps are neighbours in memory: one copy, with zeros where it hangs over an edge.
    private void Run(T* row, int w0, T* to)
    {
        int from = Math.Clamp(-w0, 0, taps.W);
        int until = Math.Clamp(size.W - w0, from, taps.W);
        Zero(to, from * channels);
        Copy(row + ((long)(w0 + from) * pixel), to + (from * channels), (until - from) * channels);
        Zero(to + (until * channels), (taps.W - until) * channels);
    }

    private void Taps(T* row, int w0, T* to)
    {
        for (int k = 0, w = w0; k < taps.W; k++, w += tapStep.W, to += channels)
        {
            if ((uint)w < (uint)size.W)
            {
                Copy(row + ((long)w * pixel), to, channels);
            }
            else
            {
                Zero(to, channels);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(T* from, T* to, int count)
    {
        if (count > 12)
        {
            Buffer.MemoryCopy(from, to, (long)count * sizeof(T), (long)count * sizeof(T));
            return;
        }

        for (int i = 0; i < count; i++)
        {
            to[i] = from[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Zero(T* to, int count)
    {
        for (int i = 0; i < count; i++)
        {
            to[i] = default;
        }
    }
}
