using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Turns indices of categories into rows: 1 at the category, at all categories, or how often each occurs.</summary>
/// <remarks>Python: <c>keras.layers.CategoryEncoding</c>. Indices outside 0 to <c>numTokens</c> - 1 leave no mark.</remarks>
/// <example><code>new Layers.CategoryEncoding(numTokens: 4, outputMode: "one_hot").Apply(new[] { 3, 2, 0, 1 });</code></example>
public sealed class CategoryEncoding : Layer, Saving.IConfigurable
{
    /// <summary>Makes the layer.</summary>
    /// <param name="numTokens">Number of categories.</param>
    /// <param name="outputMode"><c>multi_hot</c>, <c>one_hot</c> or <c>count</c>.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <exception cref="ArgumentException">The number is missing or not positive, or the mode is unknown.</exception>
    public CategoryEncoding(int? numTokens = null, string outputMode = "multi_hot", bool sparse = false)
    {
        OutputMode = Require.OneOf(outputMode == "binary" ? "multi_hot" : outputMode, ["count", "one_hot", "multi_hot"], nameof(outputMode));
        NumTokens = numTokens switch
        {
            null => throw new ArgumentException("num_tokens must be set to use this layer. If the number of tokens is not known beforehand, use the IntegerLookup layer instead.", nameof(numTokens)),
            < 1 => throw new ArgumentOutOfRangeException(nameof(numTokens), $"`num_tokens` must be >= 1. Received: num_tokens={numTokens}."),
            { } count => count,
        };
        Sparse = LookupMode.Sparse(this, sparse, OutputMode);
        AutoCastInputs = false;
    }

    /// <summary>Number of categories.</summary>
    public int? NumTokens { get; }

    /// <summary><c>multi_hot</c>, <c>one_hot</c> or <c>count</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Asked for sparse results; files do not hold it.</summary>
    public bool Sparse { get; }

    System.Text.Json.Nodes.JsonObject Saving.IConfigurable.GetConfig()
    {
        var config = Saving.ObjectSerializer.Parameters(this);
        config.Remove("sparse");
        return config;
    }

    /// <summary>Encodes indices, each counted with a weight.</summary>
    /// <param name="inputs">Indices.</param>
    /// <param name="countWeights">A weight for each, in mode <c>count</c>.</param>
    public Tensor Apply(Tensor inputs, Tensor countWeights) =>
        Invoke(inputs, new CallArguments { Named = new Dictionary<string, object?> { ["count_weights"] = (Tensors)countWeights } }).Single();

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var weights = context.Argument<Tensors>("count_weights")?.Single();
        if (weights is not null && OutputMode != "count")
        {
            throw new ArgumentException($"`count_weights` is not used when `output_mode` is not `'count'`. Received `count_weights` of shape {weights.Shape}.");
        }

        return CategoryRows.Encode(x, OutputMode, NumTokens!.Value, DType.ComputeDType, weights is null ? null : Ops.Cast(weights, DType.ComputeDType));
    }
}
