using System.Numerics;
using System.Numerics.Tensors;

namespace KerasNet.Backends.Managed;

/// <summary>The reductions of <see cref="Reduce"/>. Any and All are <see cref="Max{T}"/> and <see cref="Min{T}"/> of bytes 0 and 1.</summary>
internal static class Reductions
{
    internal readonly struct Sum<T> : IReduction<T> where T : unmanaged, INumber<T>
    {
        public static T Identity => T.Zero;

        public static T Row(ReadOnlySpan<T> x) => TensorPrimitives.Sum(x);

        public static void Join(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Add(y, x, y);
    }

    internal readonly struct Product<T> : IReduction<T> where T : unmanaged, INumber<T>
    {
        public static T Identity => T.One;

        public static T Row(ReadOnlySpan<T> x) => TensorPrimitives.Product(x);

        public static void Join(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Multiply(y, x, y);
    }

    internal readonly struct Max<T> : IReduction<T> where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        // The type's least value: minus infinity where there is one.
        public static T Identity => T.CreateSaturating(double.NegativeInfinity);

        public static T Row(ReadOnlySpan<T> x) => TensorPrimitives.Max(x);

        public static void Join(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Max(y, x, y);
    }

    internal readonly struct Min<T> : IReduction<T> where T : unmanaged, INumber<T>, IMinMaxValue<T>
    {
        public static T Identity => T.CreateSaturating(double.PositiveInfinity);

        public static T Row(ReadOnlySpan<T> x) => TensorPrimitives.Min(x);

        public static void Join(ReadOnlySpan<T> x, Span<T> y) => TensorPrimitives.Min(y, x, y);
    }
}
