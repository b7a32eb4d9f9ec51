namespace KerasNet.Layers;

/// <summary>How a layer is being called: training or not, masks, named arguments. Layers called inside inherit it.</summary>
public sealed class CallContext
{
    [ThreadStatic]
    private static CallContext? _current;

    internal CallContext(bool? training, IReadOnlyList<Tensor?> masks, IReadOnlyDictionary<string, object?> arguments, List<(Layer Layer, Tensor Loss)> losses)
    {
        GivenTraining = training;
        Masks = masks;
        Arguments = arguments;
        Losses = losses;
    }

    /// <summary>True in a training step.</summary>
    public bool Training => GivenTraining ?? false;

    /// <summary>Masks of the inputs; null where there is none.</summary>
    public IReadOnlyList<Tensor?> Masks { get; }

    /// <summary>Mask of the first input.</summary>
    public Tensor? Mask => Masks.Count > 0 ? Masks[0] : null;

    /// <summary>Named arguments of the layer's own Apply: tensors and plain values.</summary>
    public IReadOnlyDictionary<string, object?> Arguments { get; }

    internal static CallContext? Current => _current;

    /// <summary>Null where nobody has said whether this is training: layers that are meant for it then take part.</summary>
    internal bool? GivenTraining { get; }

    /// <summary>Losses that layers added in this call of the outermost layer.</summary>
    internal List<(Layer Layer, Tensor Loss)> Losses { get; }

    /// <summary>A named argument; null when it was not given.</summary>
    public T? Argument<T>(string name) => Arguments.TryGetValue(name, out var value) && value is T t ? t : default;

    internal static Scope Enter(CallContext? context)
    {
        var before = _current;
        _current = context;
        return new Scope(before);
    }

    internal readonly ref struct Scope(CallContext? before)
    {
        public void Dispose() => _current = before;
    }
}
