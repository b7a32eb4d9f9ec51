using KerasNet.Backends.Managed;
using KerasNet.Training;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Splits arrays into two parts: the first samples and the last.</summary>
    /// <remarks>Python: <c>keras.utils.split_dataset</c>. With a seed the shuffle is Keras's.</remarks>
    /// <example><code>var (train, test) = Utils.SplitDataset([x, y], leftSize: 0.8);</code></example>
    /// <param name="dataset">One array, or several with the same number of samples.</param>
    /// <param name="leftSize">Size of the first part; null: the rest.</param>
    /// <param name="rightSize">Size of the last part; null: the rest.</param>
    /// <param name="shuffle">Whether samples are shuffled before.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <exception cref="ArgumentException">No size is given, or they do not fit the data.</exception>
    public static (Data Left, Data Right) SplitDataset(Data dataset, SplitSize? leftSize = null, SplitSize? rightSize = null, bool shuffle = false, int? seed = null)
    {
        if (leftSize is null && rightSize is null)
        {
            throw new ArgumentException("At least one of the `left_size` or `right_size` must be specified. Received: left_size=null and right_size=null.");
        }

        if (dataset.Columns.Count == 0 || dataset.Columns.Any(c => c.Rows != dataset.Columns[0].Rows))
        {
            throw new ArgumentException($"The arrays of a data set have the same number of samples. Received: shapes {string.Join(", ", dataset.Columns.Select(c => c.Shape))}.", nameof(dataset));
        }

        var total = dataset.Columns[0].Rows;
        var (left, right) = (leftSize?.Of(total, "left_size"), rightSize?.Of(total, "right_size"));
        if (leftSize is { IsShare: true } && rightSize is { IsShare: true } && leftSize.Value.Value + rightSize.Value.Value > 1)
        {
            throw new ArgumentException("The sum of `left_size` and `right_size` is greater than 1. It must be less than or equal to 1.");
        }

        var (first, last) = (left ?? total - right!.Value, right ?? total - left!.Value);
        if (first + last > total || first == 0 || last == 0)
        {
            throw new ArgumentException($"With `dataset` of length={total}, `left_size`={first} and `right_size`={last}: both parts need samples, and together no more than {total}. Adjust the sizes.");
        }

        var order = Enumerable.Range(0, total).ToArray();
        if (shuffle)
        {
            new MersenneTwister(seed ?? Keras.State.NextSeed()).Shuffle<int>(order);
        }

        return (Part(dataset, order[..first]), Part(dataset, order[^last..]));
    }

    private static Data Part(Data data, int[] rows) => Data.Of([.. data.Columns.Select(c => DataColumn.Of(c.Take(rows)))], data.Names);
}
