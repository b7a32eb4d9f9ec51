using NumSharp;

namespace KerasNet;

/// <summary>NumPy's <c>histogram</c>.</summary>
public static class NumPyHistogram
{
    extension(np)
    {
        /// <summary>Counts elements in bins of equal width. Python: <c>numpy.histogram(a, bins=10)</c>.</summary>
        /// <param name="a">The elements, of any shape.</param>
        /// <param name="bins">Number of bins.</param>
        /// <param name="range">First and last edge; null: the smallest and the largest element. What is outside is not counted.</param>
        /// <param name="density">True: the counts are divided so that the area below them is 1.</param>
        /// <param name="weights">What each element counts for; null: 1.</param>
        /// <returns>The counts, and the edges, one more than bins. The last bin contains its right edge.</returns>
        public static (NDArray Hist, NDArray BinEdges) histogram(NDArray a, int bins = 10, (double First, double Last)? range = null, bool density = false, NDArray? weights = null)
        {
            double[] values = Flat(a);
            Internal.Require.Positive(bins);
            (double first, double last) = range ?? (values.Length == 0 ? (0, 1) : (values.Min(), values.Max()));
            if (!double.IsFinite(first) || !double.IsFinite(last) || first > last)
            {
                throw new ArgumentException($"np.histogram expects a finite range whose first edge is not above the last. Received: ({first}, {last}).", nameof(range));
            }

            (first, last) = first == last ? (first - 0.5, last + 0.5) : (first, last);
            bool isSingle = a.typecode is NPTypeCode.Single;
            double step = (last - first) / bins;
            double[] edges = [.. Enumerable.Range(0, bins + 1).Select(i => Round(i == bins ? last : first + i * step, isSingle))];
            NDArray result = np.array(edges);
            return (Count(values, edges, density, weights), isSingle ? result.astype(typeof(float)) : result);
        }

        /// <summary>Counts elements between given edges. Python: <c>numpy.histogram(a, bins=[0, 1, 10])</c>.</summary>
        /// <inheritdoc cref="histogram(NDArray, int, ValueTuple{double, double}?, bool, NDArray?)"/>
        public static (NDArray Hist, NDArray BinEdges) histogram(NDArray a, NDArray bins, bool density = false, NDArray? weights = null)
        {
            double[] edges = Flat(bins);
            bool isRising = edges.Length > 1 && edges.Zip(edges.Skip(1)).All(pair => pair.First <= pair.Second);
            return isRising ? (Count(Flat(a), edges, density, weights), bins) : throw new ArgumentException($"np.histogram expects edges that rise, two or more. Received: ({string.Join(", ", edges)}).", nameof(bins));
        }
    }

    private static NDArray Count(double[] values, double[] edges, bool density, NDArray? weights)
    {
        double[]? weight = weights is null ? null : Flat(weights);
        if (weight is not null && weight.Length != values.Length)
        {
            throw new ArgumentException($"np.histogram expects as many weights as elements. Received: {weight.Length} weights, {values.Length} elements.", nameof(weights));
        }

        double[] sums = new double[edges.Length - 1];
        for (int i = 0; i < values.Length; i++)
        {
            int bin = Find(edges, values[i]);
            if (bin >= 0)
            {
                sums[bin] += weight?[i] ?? 1;
            }
        }

        if (density)
        {
            double total = sums.Sum();
            return np.array([.. sums.Select((sum, i) => sum / (edges[i + 1] - edges[i]) / total)]);
        }

        return weight is null ? np.array(sums.Select(sum => (long)sum).ToArray()) : np.array(sums);
    }

    /// <summary>The bin whose left edge is the last one not above the value; the very last edge belongs to the last bin.</summary>
    private static int Find(double[] edges, double value)
    {
        if (!(value >= edges[0] && value <= edges[^1]))
        {
            return -1;
        }

        int low = 0;
        int high = edges.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = edges[middle] <= value ? (middle, high) : (low, middle - 1);
        }

        return Math.Min(low, edges.Length - 2);
    }

    private static double Round(double value, bool toSingle) => toSingle ? (float)value : value;

    private static double[] Flat(NDArray a) => a.size == 0 ? [] : np.ascontiguousarray(a.astype(typeof(double))).reshape(-1).ToArray<double>();
}
