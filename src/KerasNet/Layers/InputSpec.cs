namespace KerasNet.Layers;

/// <summary>What a layer demands of an input.</summary>
/// <remarks>Python: <c>keras.layers.InputSpec</c>.</remarks>
public sealed class InputSpec
{
    /// <summary>Exact number of dimensions.</summary>
    public int? Rank { get; init; }

    /// <summary>Least number of dimensions.</summary>
    public int? MinRank { get; init; }

    /// <summary>Greatest number of dimensions.</summary>
    public int? MaxRank { get; init; }

    /// <summary>Sizes of axes; negative axes count from the end.</summary>
    public IReadOnlyDictionary<int, int> Axes { get; init; } = new Dictionary<int, int>();

    internal void Check(Layer layer, int index, TensorShape shape)
    {
        if (Rank is { } rank && shape.Rank != rank)
        {
            throw Error($"expected ndim={rank}, found ndim={shape.Rank}. Full shape received: {shape}. {(shape.Rank < rank ? "Add a Reshape layer before it." : "Add a Flatten or Reshape layer before it.")}");
        }

        if (MinRank is { } least && shape.Rank < least)
        {
            throw Error($"expected min_ndim={least}, found ndim={shape.Rank}. Full shape received: {shape}. Add a Reshape layer before it.");
        }

        if (MaxRank is { } most && shape.Rank > most)
        {
            throw Error($"expected max_ndim={most}, found ndim={shape.Rank}. Full shape received: {shape}. Add a Flatten or Reshape layer before it.");
        }

        foreach (var (axis, size) in Axes)
        {
            var at = axis < 0 ? axis + shape.Rank : axis;
            if (at < 0 || at >= shape.Rank || (shape[at] >= 0 && shape[at] != size))
            {
                throw Error($"expected axis {axis} of input shape to have value {size}, but received input with shape {shape}. The layer was built for that size; use another layer, or reshape the data.");
            }
        }

        ArgumentException Error(string message) => new($"Input {index} of layer '{layer.Name}' is incompatible with the layer: {message}");
    }
}
