using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Applies a vector function to all elements. The last ones are filled up to a vector, so that every element goes the same way.</summary>
internal static class VectorLoop
{
    private const int HalfChunk = 256;

    /// <summary>Elements of float32, float64 or float16, which is computed as float32.</summary>
    public static void Run<T, TFunction>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TFunction : struct, IVectorFunction
    {
        if (typeof(T) == typeof(Half))
        {
            Halves<TFunction>(MemoryMarshal.Cast<T, Half>(x), MemoryMarshal.Cast<T, Half>(y));
            return;
        }

        var i = 0;
        for (; i <= x.Length - Vector256<T>.Count; i += Vector256<T>.Count)
        {
            TFunction.Of(Vector256.Create(x[i..])).CopyTo(y[i..]);
        }

        if (i < x.Length)
        {
            Span<T> last = stackalloc T[Vector256<T>.Count];
            last.Clear();
            x[i..].CopyTo(last);
            TFunction.Of(Vector256.Create<T>(last)).CopyTo(last);
            last[..(x.Length - i)].CopyTo(y[i..]);
        }
    }

    private static void Halves<TFunction>(ReadOnlySpan<Half> x, Span<Half> y)
        where TFunction : struct, IVectorFunction
    {
        Span<float> wide = stackalloc float[HalfChunk];
        for (var i = 0; i < x.Length; i += HalfChunk)
        {
            var part = wide[..Math.Min(HalfChunk, x.Length - i)];
            TensorPrimitives.ConvertToSingle(x.Slice(i, part.Length), part);
            Run<float, TFunction>(part, part);
            TensorPrimitives.ConvertToHalf(part, y.Slice(i, part.Length));
        }
    }
}
