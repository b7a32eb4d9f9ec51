namespace KerasNet.Layers;

/// <summary>Errors of ops and rules inside a layer's call, with the layer's name: the innermost one, which found the fault.</summary>
internal static class LayerError
{
    private const string Mark = "layer";

    /// <summary>The error with the layer's name; null when it has one, or is of a type that is not ours to replace.</summary>
    public static ArgumentException? Of(Layer layer, ArgumentException error)
    {
        if (error.Data.Contains(Mark) || error.Message.Contains($"'{layer.Name}'", StringComparison.Ordinal))
        {
            error.Data[Mark] = layer.Name;
            return null;
        }

        var message = $"Layer '{layer.Name}' ({layer.ClassName}): {error.Message}";
        ArgumentException? named = error.GetType() == typeof(ArgumentOutOfRangeException) ? new ArgumentOutOfRangeException(message, error)
            : error.GetType() == typeof(ArgumentException) ? new ArgumentException(message, error)
            : null;
        if (named is not null)
        {
            named.Data[Mark] = layer.Name;
        }

        return named;
    }
}
