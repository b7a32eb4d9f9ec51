using KerasNet.Internal;
using NumSharp;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Sequences of different lengths as one array: filled up, or cut.</summary>
    /// <remarks>Python: <c>keras.utils.pad_sequences</c>, <c>keras.preprocessing.sequence.pad_sequences</c>. Result <c>(sequences, maxlen)</c>.</remarks>
    /// <example><code>Utils.PadSequences(new[] { new[] { 1 }, new[] { 2, 3 } });   // [[0, 1], [2, 3]]</code></example>
    /// <param name="sequences">The sequences.</param>
    /// <param name="maxlen">Length of the result; null: that of the longest.</param>
    /// <param name="dtype">Element type of the result; null: int32.</param>
    /// <param name="padding">Where it is filled: <c>pre</c> or <c>post</c>.</param>
    /// <param name="truncating">Where it is cut: <c>pre</c> or <c>post</c>.</param>
    /// <param name="value">What it is filled with.</param>
    /// <exception cref="ArgumentException">A word for a side is unknown.</exception>
    public static NDArray PadSequences<T>(IEnumerable<IReadOnlyList<T>> sequences, int? maxlen = null, DataType? dtype = null, string padding = "pre", string truncating = "pre", double value = 0)
        where T : struct, IConvertible
    {
        Require.OneOf(padding, ["pre", "post"]);
        Require.OneOf(truncating, ["pre", "post"]);
        IReadOnlyList<T>[] rows = [.. sequences];
        var width = maxlen ?? rows.Select(r => r.Count).DefaultIfEmpty().Max();
        var result = Tensor.Allocate(DataType.Float64, new TensorShape(rows.Length, width));
        var to = result.Writable<double>();
        to.Fill(value);
        for (var i = 0; i < rows.Length; i++)
        {
            var kept = Math.Min(rows[i].Count, width);
            var (from, at) = (truncating == "pre" ? rows[i].Count - kept : 0, padding == "pre" ? width - kept : 0);
            for (var k = 0; k < kept; k++)
            {
                to[(i * width) + at + k] = rows[i][from + k].ToDouble(null);
            }
        }

        return Ops.Cast(result, dtype ?? DataType.Int32).Numpy();
    }
}
