using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasNet.Backends.Managed;

/// <summary>Transposes strips of eight rows of 32-bit values, eight by eight in registers where the processor has AVX.</summary>
internal static unsafe class Block8
{
    /// <summary>Writes <c>to[p·toStride + i] = from[i·fromStride + p]</c> for eight rows i and <paramref name="length"/> columns p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TransposeFloats(float* from, nint fromStride, float* to, nint toStride, int length)
    {
        int p = 0;
        if (Avx.IsSupported)
        {
            for (; p + 8 <= length; p += 8)
            {
                Square(from + p, fromStride, to + (p * toStride), toStride);
            }
        }

        for (; p < length; p++)
        {
            for (int i = 0; i < 8; i++)
            {
                to[(p * toStride) + i] = from[(i * fromStride) + p];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* from, nint stride, float* to, nint toStride)
    {
        var (a0, a1) = Interleave(Vector256.Load(from), Vector256.Load(from + stride));
        var (a2, a3) = Interleave(Vector256.Load(from + (2 * stride)), Vector256.Load(from + (3 * stride)));
        var (a4, a5) = Interleave(Vector256.Load(from + (4 * stride)), Vector256.Load(from + (5 * stride)));
        var (a6, a7) = Interleave(Vector256.Load(from + (6 * stride)), Vector256.Load(from + (7 * stride)));
        Store(Avx.Shuffle(a0, a2, 0x44), Avx.Shuffle(a4, a6, 0x44), to, toStride);
        Store(Avx.Shuffle(a0, a2, 0xEE), Avx.Shuffle(a4, a6, 0xEE), to + toStride, toStride);
        Store(Avx.Shuffle(a1, a3, 0x44), Avx.Shuffle(a5, a7, 0x44), to + (2 * toStride), toStride);
        Store(Avx.Shuffle(a1, a3, 0xEE), Avx.Shuffle(a5, a7, 0xEE), to + (3 * toStride), toStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Low, Vector256<float> High) Interleave(Vector256<float> x, Vector256<float> y) =>
        (Avx.UnpackLow(x, y), Avx.UnpackHigh(x, y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> x, Vector256<float> y, float* to, nint toStride)
    {
        Avx.Permute2x128(x, y, 0x20).Store(to);
        Avx.Permute2x128(x, y, 0x31).Store(to + (4 * toStride));
    }
}
