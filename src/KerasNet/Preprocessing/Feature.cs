using KerasNet.Layers;

namespace KerasNet.Preprocessing;

/// <summary>One feature of a <see cref="FeatureSpace"/>: its type, the layer that prepares it, and what becomes of the result. Converts from the names of the usual ones: <c>"float_normalized"</c>.</summary>
/// <remarks>Python: what <c>FeatureSpace.feature</c> and its kin give.</remarks>
public sealed class Feature
{
    private readonly string? _kind;
    private readonly Layer? _preprocessor;

    /// <summary>A feature with a layer of its own.</summary>
    /// <param name="dtype">Type of the raw values.</param>
    /// <param name="preprocessor">The layer.</param>
    /// <param name="outputMode"><c>int</c>, <c>one_hot</c> or <c>float</c>.</param>
    public Feature(DataType dtype, Layer preprocessor, string outputMode)
    {
        (DType, _preprocessor) = (dtype, preprocessor);
        OutputMode = Internal.Require.OneOf(outputMode, ["int", "one_hot", "float"]);
    }

    private Feature(string kind) => (_kind, OutputMode) = (kind, "float");

    /// <summary>Type of the raw values.</summary>
    [Saving.ConfigName("dtype")]
    public DataType DType { get; }

    /// <summary>The layer.</summary>
    public Layer Preprocessor => _preprocessor ?? throw new InvalidOperationException($"The feature '{_kind}' gets its layer from the FeatureSpace that it is given to.");

    /// <summary><c>int</c>, <c>one_hot</c> or <c>float</c>.</summary>
    public string OutputMode { get; }

    /// <summary>The feature itself, with the layer that its kind stands for.</summary>
    internal Feature Resolve(string name, int hashingDim, int numDiscretizationBins) => _kind switch
    {
        null => this,
        "float" => FeatureSpace.Float(name),
        "float_normalized" => FeatureSpace.FloatNormalized(name),
        "float_rescaled" => FeatureSpace.FloatRescaled(name: name),
        "float_discretized" => FeatureSpace.FloatDiscretized(numDiscretizationBins, name: name),
        "integer_categorical" => FeatureSpace.IntegerCategorical(name: name),
        "string_categorical" => FeatureSpace.StringCategorical(name: name),
        "integer_hashed" => FeatureSpace.IntegerHashed(hashingDim, name: name),
        "string_hashed" => FeatureSpace.StringHashed(hashingDim, name: name),
        _ => throw new ArgumentException($"Invalid feature type: {_kind}. Expected one of: float, float_normalized, float_rescaled, float_discretized, integer_categorical, string_categorical, integer_hashed, string_hashed."),
    };

    /// <summary>A usual feature by name.</summary>
    public static implicit operator Feature(string kind) => new(kind);
}
