using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Puts numbers into bins between bounds, given or found by <c>Adapt</c> so that bins are equally full.</summary>
/// <remarks>Python: <c>keras.layers.Discretization</c>. Output of the input's shape in mode <c>int</c>, else rows of as many elements as there are bins.</remarks>
public sealed class Discretization : Layer, IAdaptable, ISavedState, Saving.IConfigurable
{
    private QuantileSummary _summary = QuantileSummary.Empty;

    /// <summary>Makes the layer.</summary>
    /// <param name="binBoundaries">Ascending bounds; null: <c>Adapt</c> finds them.</param>
    /// <param name="numBins">Number of bins that <c>Adapt</c> makes.</param>
    /// <param name="epsilon">Error of the bounds: smaller is exacter and slower.</param>
    /// <param name="outputMode"><c>int</c>, <c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</param>
    /// <param name="sparse">Results are dense here.</param>
    /// <exception cref="ArgumentException">Not exactly one of bounds and number of bins is given, or the mode is unknown.</exception>
    public Discretization(IReadOnlyList<double>? binBoundaries = null, int? numBins = null, double epsilon = 0.01, string outputMode = "int", bool sparse = false)
    {
        OutputMode = Require.OneOf(outputMode, ["int", "one_hot", "multi_hot", "count"]);
        NumBins = numBins is null or >= 0 ? numBins : throw new ArgumentOutOfRangeException(nameof(numBins), $"`num_bins` must be greater than or equal to 0. Received: `num_bins={numBins}`.");
        BinBoundaries = (numBins, binBoundaries) switch
        {
            (null, null) => throw new ArgumentException("You need to set either `num_bins` or `bin_boundaries`."),
            ({ } bins, { } bounds) => throw new ArgumentException($"Both `num_bins` and `bin_boundaries` should not be set. Received: `num_bins={bins}` and `bin_boundaries=[{string.Join(", ", bounds)}]`."),
            _ => binBoundaries,
        };
        Epsilon = Require.Positive(epsilon);
        Sparse = LookupMode.Sparse(this, sparse, OutputMode);
    }

    /// <summary>The bounds; null before they are found.</summary>
    public IReadOnlyList<double>? BinBoundaries { get; private set; }

    /// <summary>Number of bins that <c>Adapt</c> makes.</summary>
    public int? NumBins { get; }

    /// <summary>Error of the bounds.</summary>
    public double Epsilon { get; }

    /// <summary><c>int</c>, <c>one_hot</c>, <c>multi_hot</c> or <c>count</c>.</summary>
    public string OutputMode { get; }

    /// <summary>Asked for sparse results.</summary>
    public bool Sparse { get; }

    /// <summary>Finds the bounds in an array, or in several arrays together.</summary>
    /// <remarks>Python: <c>adapt</c>.</remarks>
    /// <exception cref="InvalidOperationException">The layer was given its bounds.</exception>
    [OverloadResolutionPriority(1)]
    public void Adapt(Data data) => Adapt(AdaptBatches.Of(data));

    /// <summary>Finds the bounds in batches.</summary>
    public void Adapt(IEnumerable<Data> batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    /// <summary>Finds the bounds in the inputs of batches.</summary>
    public void Adapt(BatchSource batches, int? steps = null) => Adapt(AdaptBatches.Of(batches, steps));

    bool IAdaptable.IsAdapted => BinBoundaries is not null;

    void IAdaptable.Adapt(IEnumerable<Tensor> batches) => Adapt(batches);

    JsonObject Saving.IConfigurable.GetConfig()
    {
        var config = Saving.ObjectSerializer.Parameters(this);
        config.Remove("trainable");
        config["dtype"] = DType.Name;
        return config;
    }

    IReadOnlyList<(string Name, Tensor Value)> ISavedState.SaveOwnVariables() => [];

    /// <summary>Files of Keras 2 hold the summary, of which the bounds are made.</summary>
    void ISavedState.LoadOwnVariables(IReadOnlyDictionary<string, Tensor> variables)
    {
        if (variables.Count != 1 || NumBins is not { } bins || BinBoundaries is not null)
        {
            return;
        }

        var summary = variables.Values.First();
        if (summary.Rank != 2 || summary.Shape[0] != 2)
        {
            throw new InvalidDataException($"The file holds a summary of shape {summary.Shape} for layer '{Name}'. Expected: (2, n), numbers and their weights.");
        }

        var numbers = Ops.Cast(summary, DataType.Float32).ToArray<float>();
        _summary = new QuantileSummary(numbers[..summary.Shape[1]], numbers[summary.Shape[1]..]);
        BinBoundaries = Array.ConvertAll(_summary.Bounds(bins), b => (double)b);
    }

    IReadOnlyList<(string Name, string Text)> ISavedState.SaveAssets() => [];

    void ISavedState.LoadAssets(Func<string, string?> read)
    {
    }

    /// <summary>A file's layer has both: the number of bins, and the bounds that were found.</summary>
    internal static Discretization FromConfig(JsonObject config)
    {
        var found = config["num_bins"] is null ? null : config["bin_boundaries"];
        var plain = config.DeepClone().AsObject();
        if (found is not null)
        {
            plain.Remove("bin_boundaries");
        }

        var layer = (Discretization)Saving.ObjectSerializer.Create(typeof(Discretization), plain);
        layer.BinBoundaries = found is null ? layer.BinBoundaries : (double[])Saving.ConfigValues.FromJson(found, typeof(double[]), "Discretization.bin_boundaries")!;
        return layer;
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (BinBoundaries is not { } bounds)
        {
            throw new InvalidOperationException("You need to either pass the `bin_boundaries` argument at construction time or call `adapt(dataset)` before you can start using the `Discretization` layer.");
        }

        var bins = Ops.Digitize(x, Tensor.Create<float>([.. bounds.Select(b => (float)b)], bounds.Count));
        return OutputMode == "int" ? bins : CategoryRows.Encode(bins, OutputMode, bounds.Count + 1, DType.ComputeDType);
    }

    private void Adapt(IEnumerable<Tensor> batches)
    {
        if (NumBins is not { } bins)
        {
            throw new InvalidOperationException("Cannot adapt a Discretization layer that has been initialized with `bin_boundaries`, use `num_bins` instead.");
        }

        _summary = QuantileSummary.Empty;
        foreach (var batch in batches)
        {
            _summary = QuantileSummary.Of(Ops.Cast(batch, DataType.Float32).ToArray<float>(), Epsilon).Merge(_summary, Epsilon);
        }

        BinBoundaries = Array.ConvertAll(_summary.Bounds(bins), b => (double)b);
    }
}
