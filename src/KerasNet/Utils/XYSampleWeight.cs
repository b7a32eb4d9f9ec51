namespace KerasNet;

public static partial class Utils
{
    /// <summary>The data of a step as a list: inputs, then targets and weights as far as they are there.</summary>
    /// <typeparam name="T">Arrays, tensors, or dictionaries of them.</typeparam>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Targets; without them there are no weights either.</param>
    /// <param name="sampleWeight">Weights.</param>
    /// <returns>One to three items.</returns>
    /// <remarks>Python: <c>keras.utils.pack_x_y_sample_weight</c>.</remarks>
    public static IReadOnlyList<T> PackXYSampleWeight<T>(T x, T? y = null, T? sampleWeight = null)
        where T : class => y is null ? [x] : sampleWeight is null ? [x, y] : [x, y, sampleWeight];

    /// <summary>Inputs, targets and weights from a list of one to three; what is not there is null.</summary>
    /// <typeparam name="T">Arrays, tensors, or dictionaries of them.</typeparam>
    /// <param name="data">Inputs, targets, weights.</param>
    /// <remarks>Python: <c>keras.utils.unpack_x_y_sample_weight</c>.</remarks>
    /// <exception cref="ArgumentException">There are none, or more than three.</exception>
    public static (T X, T? Y, T? SampleWeight) UnpackXYSampleWeight<T>(IReadOnlyList<T> data)
        where T : class => data.Count is >= 1 and <= 3
        ? (data[0], data.ElementAtOrDefault(1), data.ElementAtOrDefault(2))
        : throw new ArgumentException($"Data is expected to be in format (x), (x, y), or (x, y, sampleWeight). Received: {data.Count} items.", nameof(data));
}
