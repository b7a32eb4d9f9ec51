using KerasNet.Internal;

namespace KerasNet.Preprocessing;

/// <summary>Features of a <see cref="FeatureSpace"/> that count together: each combination of their values has a bin of its own. Converts from names: <c>("city", "job")</c>.</summary>
/// <remarks>Python: what <c>FeatureSpace.cross</c> gives.</remarks>
public sealed class Cross
{
    /// <summary>A cross with its own number of bins.</summary>
    /// <param name="featureNames">The features.</param>
    /// <param name="crossingDim">Number of bins.</param>
    /// <param name="outputMode"><c>one_hot</c> or <c>int</c>.</param>
    public Cross(IReadOnlyList<string> featureNames, int crossingDim, string outputMode = "one_hot")
    {
        FeatureNames = featureNames;
        CrossingDim = crossingDim;
        OutputMode = Require.OneOf(outputMode, ["int", "one_hot"]);
    }

    private Cross(string[] featureNames) => (FeatureNames, OutputMode) = (featureNames, "one_hot");

    /// <summary>The features.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>Number of bins; 0: as the space says.</summary>
    public int CrossingDim { get; }

    /// <summary><c>one_hot</c> or <c>int</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Name of the crossed feature.</summary>
    public string Name => string.Join("_X_", FeatureNames);

    /// <summary>Two features.</summary>
    public static implicit operator Cross((string A, string B) names) => new([names.A, names.B]);

    /// <summary>Three features.</summary>
    public static implicit operator Cross((string A, string B, string C) names) => new([names.A, names.B, names.C]);

    /// <summary>Features.</summary>
    public static implicit operator Cross(string[] names) => new(names);
}
