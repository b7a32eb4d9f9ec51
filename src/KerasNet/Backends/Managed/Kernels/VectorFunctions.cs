using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasNet.Backends.Managed;

/// <summary>Functions of vectors of float32 or float64 that keep their digits near 0 and do not overflow before their result does.</summary>
internal static class VectorFunctions
{
    // erf(x) / x over x², for x up to 1, and -log(erfc(x)) over x, from 1 to 4: polynomials fitted to float32's precision.
    private static readonly float[] _erfNear = [1.1283791065216064f, -0.3761262595653534f, 0.11283597350120544f, -0.02685432881116867f, 0.005189312156289816f, -0.0008018855005502701f, 7.882497448008507e-05f];
    private static readonly float[] _erfFar = [0.00036450999323278666f, 1.126999855041504f, 0.6382861733436584f, 0.10299032926559448f, -0.02178547903895378f, 0.002935323165729642f, -0.00018520644516684115f];

    /// <summary>log(1 + x): the logarithm of the rounded sum, corrected by what the rounding took.</summary>
    internal readonly struct Log1P : IVectorFunction
    {
        public static Vector256<T> Of<T>(Vector256<T> x)
            where T : unmanaged
        {
            var one = Vector256<T>.One;
            var u = one + x;
            var log = Log(u);
            var exact = Vector256.ConditionalSelect(Vector256.Equals(u, one), x, log * x / (u - one));
            return Vector256.ConditionalSelect(IsFinite(u), exact, log);
        }
    }

    /// <summary>e^x - 1.</summary>
    internal readonly struct ExpM1 : IVectorFunction
    {
        public static Vector256<T> Of<T>(Vector256<T> x)
            where T : unmanaged
        {
            var one = Vector256<T>.One;
            var u = Exp(x);
            var difference = u - one;
            var exact = Vector256.ConditionalSelect(Vector256.Equals(u, one), x, difference * x / Log(u));
            return Vector256.ConditionalSelect(IsFinite(u) & ~Vector256.Equals(difference, -one), exact, difference);
        }
    }

    /// <summary>log(1 + e^x).</summary>
    internal readonly struct Softplus : IVectorFunction
    {
        public static Vector256<T> Of<T>(Vector256<T> x)
            where T : unmanaged => Vector256.Max(x, Vector256<T>.Zero) + Log1P.Of(Exp(-Vector256.Abs(x)));
    }

    /// <summary>The error function, to float32's precision.</summary>
    internal readonly struct Erf : IVectorFunction
    {
        public static Vector256<T> Of<T>(Vector256<T> x)
            where T : unmanaged => Of(x.AsSingle()).As<float, T>();

        private static Vector256<float> Of(Vector256<float> x)
        {
            var a = Vector256.Abs(x);
            var near = x * Polynomial(_erfNear, x * x);
            var tail = Vector256<float>.One - Vector256.Exp(-Polynomial(_erfFar, Vector256.Min(a, Vector256.Create(4f))));
            var far = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), -tail, tail);
            var y = Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256<float>.One), near, far);
            return Vector256.ConditionalSelect(Vector256.Equals(x, x), y, x);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Polynomial(float[] coefficients, Vector256<float> x)
    {
        var y = Vector256.Create(coefficients[^1]);
        for (var i = coefficients.Length - 2; i >= 0; i--)
        {
            y = Vector256.MultiplyAddEstimate(y, x, Vector256.Create(coefficients[i]));
        }

        return y;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Exp<T>(Vector256<T> x)
        where T : unmanaged => typeof(T) == typeof(float) ? Vector256.Exp(x.AsSingle()).As<float, T>() : Vector256.Exp(x.AsDouble()).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Log<T>(Vector256<T> x)
        where T : unmanaged => typeof(T) == typeof(float) ? Vector256.Log(x.AsSingle()).As<float, T>() : Vector256.Log(x.AsDouble()).As<double, T>();

    /// <summary>Finite numbers minus themselves are 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> IsFinite<T>(Vector256<T> x)
        where T : unmanaged => Vector256.Equals(x - x, Vector256<T>.Zero);
}
