using KerasNet.NumPy;
using NumSharp;

namespace KerasNet;

/// <summary>NumPy's reductions over several axes at once, which NumSharp's <c>np</c> has over one: <c>np.mean(x, axis: (0, 1, 2))</c>.</summary>
/// <remarks>Results have NumPy's data types; sums of floating-point numbers are made in float64 and rounded once.</remarks>
public static class NumPyReductions
{
    extension(np)
    {
        /// <summary>Sum over several axes. Python: <c>numpy.sum(a, axis=(0, 1))</c>.</summary>
        /// <param name="a">The array.</param>
        /// <param name="axis">The axes that vanish.</param>
        /// <param name="keepdims">Whether they stay with size 1.</param>
        public static NDArray sum(NDArray a, Axes axis, bool keepdims = false) => a.typecode switch
        {
            NPTypeCode.Boolean => np.sum(a.astype(typeof(byte)), axis, keepdims).astype(typeof(long)),
            NPTypeCode.SByte => AxisFold.Run<sbyte, long>(a, axis, keepdims, AxisFold.Sum<sbyte, long>),
            NPTypeCode.Int16 => AxisFold.Run<short, long>(a, axis, keepdims, AxisFold.Sum<short, long>),
            NPTypeCode.Int32 => AxisFold.Run<int, long>(a, axis, keepdims, AxisFold.Sum<int, long>),
            NPTypeCode.Int64 => AxisFold.Run<long, long>(a, axis, keepdims, AxisFold.Sum<long, long>),
            NPTypeCode.Byte => AxisFold.Run<byte, ulong>(a, axis, keepdims, AxisFold.Sum<byte, ulong>),
            NPTypeCode.UInt16 => AxisFold.Run<ushort, ulong>(a, axis, keepdims, AxisFold.Sum<ushort, ulong>),
            NPTypeCode.UInt32 => AxisFold.Run<uint, ulong>(a, axis, keepdims, AxisFold.Sum<uint, ulong>),
            NPTypeCode.UInt64 => AxisFold.Run<ulong, ulong>(a, axis, keepdims, AxisFold.Sum<ulong, ulong>),
            _ => Floating(a, axis, keepdims, AxisFold.Sum<double, double>),
        };

        /// <summary>Product over several axes. Python: <c>numpy.prod(a, axis=(0, 1))</c>.</summary>
        /// <inheritdoc cref="sum(NDArray, Axes, bool)"/>
        public static NDArray prod(NDArray a, Axes axis, bool keepdims = false) => a.typecode switch
        {
            NPTypeCode.Single or NPTypeCode.Double or NPTypeCode.Half => Floating(a, axis, keepdims, AxisFold.Product<double, double>),
            NPTypeCode.Byte or NPTypeCode.UInt16 or NPTypeCode.UInt32 or NPTypeCode.UInt64 =>
                AxisFold.Run<ulong, ulong>(a.astype(typeof(ulong)), axis, keepdims, AxisFold.Product<ulong, ulong>),
            _ => AxisFold.Run<long, long>(a.astype(typeof(long)), axis, keepdims, AxisFold.Product<long, long>),
        };

        /// <summary>Mean over several axes. Python: <c>numpy.mean(a, axis=(0, 1))</c>.</summary>
        /// <inheritdoc cref="sum(NDArray, Axes, bool)"/>
        public static NDArray mean(NDArray a, Axes axis, bool keepdims = false) => a.typecode switch
        {
            NPTypeCode.Byte => AxisFold.Run<byte, double>(a, axis, keepdims, run => (double)AxisFold.Sum<byte, ulong>(run) / run.Length),
            _ => Floating(a, axis, keepdims, run => AxisFold.Sum<double, double>(run) / run.Length),
        };

        /// <summary>Variance over several axes. Python: <c>numpy.var(a, axis=(0, 1))</c>.</summary>
        /// <param name="a">The array.</param>
        /// <param name="axis">The axes that vanish.</param>
        /// <param name="keepdims">Whether they stay with size 1.</param>
        /// <param name="ddof">Subtracted from the number of elements in the divisor.</param>
        public static NDArray var(NDArray a, Axes axis, bool keepdims = false, int ddof = 0) => a.typecode switch
        {
            NPTypeCode.Byte => AxisFold.Run<byte, double>(a, axis, keepdims, run => AxisFold.Variance(run, ddof)),
            _ => Floating(a, axis, keepdims, run => AxisFold.Variance(run, ddof)),
        };

        /// <summary>Standard deviation over several axes. Python: <c>numpy.std(a, axis=(0, 1))</c>.</summary>
        /// <inheritdoc cref="var(NDArray, Axes, bool, int)"/>
        public static NDArray std(NDArray a, Axes axis, bool keepdims = false, int ddof = 0) => a.typecode switch
        {
            NPTypeCode.Byte => AxisFold.Run<byte, double>(a, axis, keepdims, run => Math.Sqrt(AxisFold.Variance(run, ddof))),
            _ => Floating(a, axis, keepdims, run => Math.Sqrt(AxisFold.Variance(run, ddof))),
        };

        /// <summary>Largest element over several axes. Python: <c>numpy.max(a, axis=(0, 1))</c>.</summary>
        /// <inheritdoc cref="sum(NDArray, Axes, bool)"/>
        /// <exception cref="ArgumentException">There is no element along the axes.</exception>
        public static NDArray max(NDArray a, Axes axis, bool keepdims = false) => Extreme(a, axis, keepdims, largest: true);

        /// <summary>Smallest element over several axes. Python: <c>numpy.min(a, axis=(0, 1))</c>.</summary>
        /// <inheritdoc cref="max(NDArray, Axes, bool)"/>
        public static NDArray min(NDArray a, Axes axis, bool keepdims = false) => Extreme(a, axis, keepdims, largest: false);
    }

    /// <summary>Computes in float64; float32 and float16 stay what they are, integers become float64.</summary>
    private static NDArray Floating(NDArray a, Axes axis, bool keepdims, AxisFold.Fold<double, double> fold)
    {
        NDArray result = AxisFold.Run(a.astype(typeof(double)), axis, keepdims, fold);
        return a.typecode is NPTypeCode.Single or NPTypeCode.Half ? result.astype(a.typecode) : result;
    }

    private static NDArray Extreme(NDArray a, Axes axis, bool keepdims, bool largest) => a.typecode switch
    {
        NPTypeCode.Boolean => Extreme(a.astype(typeof(byte)), axis, keepdims, largest).astype(typeof(bool)),
        NPTypeCode.SByte => AxisFold.Run<sbyte, sbyte>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Byte => AxisFold.Run<byte, byte>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Int16 => AxisFold.Run<short, short>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.UInt16 => AxisFold.Run<ushort, ushort>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Int32 => AxisFold.Run<int, int>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.UInt32 => AxisFold.Run<uint, uint>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Int64 => AxisFold.Run<long, long>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.UInt64 => AxisFold.Run<ulong, ulong>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Single => AxisFold.Run<float, float>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        NPTypeCode.Half => AxisFold.Run<Half, Half>(a, axis, keepdims, run => AxisFold.Extreme(run, largest)),
        _ => AxisFold.Run<double, double>(a.astype(typeof(double)), axis, keepdims, run => AxisFold.Extreme(run, largest)),
    };
}
