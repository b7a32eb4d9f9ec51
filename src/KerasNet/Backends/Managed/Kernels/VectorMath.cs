using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Vector256 operations over a generic float or double; the type tests vanish when the JIT compiles them.</summary>
internal static class VectorMath
{
    /// <summary><c>x·y + z</c>, rounded once where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> MultiplyAdd<T>(Vector256<T> x, Vector256<T> y, Vector256<T> z) where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return Vector256.MultiplyAddEstimate(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>();
        }

        return typeof(T) == typeof(double)
            ? Vector256.MultiplyAddEstimate(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>()
            : (x * y) + z;
    }

    /// <summary><c>sum += x</c>.</summary>
    public static unsafe void Add<T>(T* x, T* sum, int count) where T : unmanaged, INumberBase<T>
    {
        int i = 0;
        for (; i <= count - Vector256<T>.Count; i += Vector256<T>.Count)
        {
            (Vector256.Load(x + i) + Vector256.Load(sum + i)).Store(sum + i);
        }

        for (; i < count; i++)
        {
            sum[i] += x[i];
        }
    }

    /// <summary><c>sum += x·y</c>, element by element.</summary>
    public static unsafe void AddProduct<T>(T* x, T* y, T* sum, int count) where T : unmanaged, INumberBase<T>
    {
        int i = 0;
        for (; i <= count - Vector256<T>.Count; i += Vector256<T>.Count)
        {
            MultiplyAdd(Vector256.Load(x + i), Vector256.Load(y + i), Vector256.Load(sum + i)).Store(sum + i);
        }

        for (; i < count; i++)
        {
            sum[i] += x[i] * y[i];
        }
    }
}
