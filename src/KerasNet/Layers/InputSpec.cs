namespace KerasNet.Layers;

/// <summary>What a layer demands of an input.</summary>
/// <remarks>Python: <c>keras.layers.InputSpec</c>.</remarks>
public sealed class InputSpec
{
    /// <summary>Demands by Keras's names; those that are left out are none.</summary>
    /// <param name="dtype">Element type.</param>
    /// <param name="shape">Shape with the batch axis; an unknown size fits every one.</param>
    /// <param name="ndim">Exact number of dimensions.</param>
    /// <param name="maxNdim">Greatest number of dimensions.</param>
    /// <param name="minNdim">Least number of dimensions.</param>
    /// <param name="axes">Sizes of axes; negative axes count from the end.</param>
    /// <param name="allowLastAxisSqueeze">Whether a last axis of size 1 may be there or missing.</param>
    public InputSpec(DataType? dtype = null, TensorShape? shape = null, int? ndim = null, int? maxNdim = null, int? minNdim = null, IReadOnlyDictionary<int, int>? axes = null, bool allowLastAxisSqueeze = false)
    {
        (DType, Shape, AllowLastAxisSqueeze) = (dtype, shape, allowLastAxisSqueeze);
        (Rank, MaxRank, MinRank, Axes) = (shape?.Rank ?? ndim, maxNdim, minNdim, axes ?? new Dictionary<int, int>());
    }

    /// <summary>Element type; null: any.</summary>
    public DataType? DType { get; init; }

    /// <summary>Shape with the batch axis; null: any.</summary>
    public TensorShape? Shape { get; init; }

    /// <summary>Exact number of dimensions.</summary>
    public int? Rank { get; init; }

    /// <summary>Least number of dimensions.</summary>
    public int? MinRank { get; init; }

    /// <summary>Greatest number of dimensions.</summary>
    public int? MaxRank { get; init; }

    /// <summary>Sizes of axes; negative axes count from the end.</summary>
    public IReadOnlyDictionary<int, int> Axes { get; init; }

    /// <summary>Whether a last axis of size 1 may be there or missing.</summary>
    public bool AllowLastAxisSqueeze { get; init; }

    /// <summary>Checks the inputs of a call; no specs demand nothing.</summary>
    internal static void Check(IReadOnlyList<InputSpec> specs, Layer layer, Tensors inputs)
    {
        if (specs.Count > 0 && specs.Count != inputs.Count)
        {
            throw new ArgumentException($"Layer '{layer.Name}' expects {specs.Count} input(s), but it received {inputs.Count} input tensors of shapes {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        for (var i = 0; i < specs.Count; i++)
        {
            specs[i].Check(layer, i, inputs[i].Shape, inputs[i].DType);
        }
    }

    private void Check(Layer layer, int index, TensorShape shape, DataType dtype)
    {
        if (Rank is { } rank && shape.Rank != rank && !AllowLastAxisSqueeze)
        {
            throw Error($"expected ndim={rank}, found ndim={shape.Rank}. Full shape received: {shape}. {(shape.Rank < rank ? "Add a Reshape layer before it." : "Add a Flatten or Reshape layer before it.")}");
        }

        if (MaxRank is { } most && shape.Rank > most)
        {
            throw Error($"expected max_ndim={most}, found ndim={shape.Rank}. Full shape received: {shape}. Add a Flatten or Reshape layer before it.");
        }

        if (MinRank is { } least && shape.Rank < least)
        {
            throw Error($"expected min_ndim={least}, found ndim={shape.Rank}. Full shape received: {shape}. Add a Reshape layer before it.");
        }

        if (DType is { } type && type != dtype)
        {
            throw Error($"expected dtype={type.Name()}, found dtype={dtype.Name()}. Cast it before.");
        }

        foreach (var (axis, size) in Axes)
        {
            var at = axis < 0 ? axis + shape.Rank : axis;
            if (at < 0 || at >= shape.Rank || (shape[at] >= 0 && shape[at] != size))
            {
                throw Error($"expected axis {axis} of input shape to have value {size}, but received input with shape {shape}. The layer was built for that size; use another layer, or reshape the data.");
            }
        }

        if (Shape is not null && !Squeezed(shape).IsCompatibleWith(Squeezed(Shape)))
        {
            throw Error($"expected shape={Shape}, found shape={shape}. Reshape the data.");
        }

        ArgumentException Error(string message) => new($"Input {index} of layer '{layer.Name}' is incompatible with the layer: {message}");
    }

    private TensorShape Squeezed(TensorShape shape) => AllowLastAxisSqueeze && shape.Rank > 0 && shape[^1] == 1 ? shape[..^1] : shape;
}
