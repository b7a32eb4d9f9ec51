using NumSharp;

namespace KerasNet;

/// <summary>Functions of NumPy that Keras scripts call and NumSharp's <c>np</c> does not have.</summary>
public static class NumPyFunctions
{
    extension(np)
    {
        /// <summary>Rounds to decimals, halves to the even neighbour. Python: <c>numpy.round(a, decimals=2)</c>.</summary>
        /// <param name="a">The array.</param>
        /// <param name="decimals">Digits after the point; negative: digits before it.</param>
        public static NDArray round(NDArray a, int decimals = 0)
        {
            if (a.typecode is not (NPTypeCode.Single or NPTypeCode.Double or NPTypeCode.Half))
            {
                return decimals >= 0 ? a.copy() : RoundAll(a.astype(typeof(double)), decimals).astype(a.typecode);
            }

            return a.typecode == NPTypeCode.Single ? RoundAll(a, (float)Math.Pow(10, Math.Abs(decimals)), decimals) : RoundAll(a.astype(typeof(double)), decimals).astype(a.typecode);
        }

        /// <summary>Numbers whose logarithms are evenly spaced. Python: <c>numpy.logspace(-4, -1, 4)</c>.</summary>
        /// <param name="start">Exponent of the first number.</param>
        /// <param name="stop">Exponent of the last number.</param>
        /// <param name="num">How many numbers.</param>
        /// <param name="endpoint">Whether the last exponent is <paramref name="stop"/> itself.</param>
        /// <param name="base">What the exponents are applied to.</param>
        public static NDArray logspace(double start, double stop, int num = 50, bool endpoint = true, double @base = 10)
        {
            double[] result = new double[Internal.Require.NonNegative(num)];
            double step = (stop - start) / (endpoint ? num - 1 : num);
            for (int i = 0; i < num; i++)
            {
                result[i] = Math.Pow(@base, endpoint && i == num - 1 && num > 1 ? stop : i == 0 ? start : start + i * step);
            }

            return np.array(result);
        }

        /// <summary>For each element of a flat array, whether another array has it. Python: <c>numpy.in1d(ar1, ar2)</c>.</summary>
        /// <param name="ar1">The elements asked for; the result has one entry for each.</param>
        /// <param name="ar2">The elements that are there.</param>
        /// <param name="invert">Whether to give the contrary.</param>
        public static NDArray in1d(NDArray ar1, NDArray ar2, bool invert = false) => np.isin(ar1.reshape(-1), ar2.reshape(-1), invert: invert);
    }

    private static NDArray RoundAll(NDArray a, int decimals)
    {
        double scale = Math.Pow(10, Math.Abs(decimals));
        double[] values = np.ascontiguousarray(a).reshape(-1).ToArray<double>();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = decimals >= 0 ? Math.Round(values[i] * scale) / scale : Math.Round(values[i] / scale) * scale;
        }

        return np.array(values).reshape(a.shape);
    }

    private static NDArray RoundAll(NDArray a, float scale, int decimals)
    {
        float[] values = np.ascontiguousarray(a).reshape(-1).ToArray<float>();
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = decimals >= 0 ? MathF.Round(values[i] * scale) / scale : MathF.Round(values[i] / scale) * scale;
        }

        return np.array(values).reshape(a.shape);
    }
}
