namespace KerasNet.Layers;

/// <summary>Errors of ops and rules inside a layer's call, with the layer's name: the innermost one, which found the fault.</summary>
internal static class LayerError
{
    private const string Mark = "layer";

    /// <summary>True for an error that names no layer yet, of a type that is ours to replace. One that has a name is marked, so that outer layers leave it.</summary>
    public static bool IsUnnamed(Layer layer, ArgumentException error)
    {
        if (!error.Data.Contains(Mark) && !error.Message.Contains($"'{layer.Name}'", StringComparison.Ordinal) && !error.Message.Contains(layer.Name + "/", StringComparison.Ordinal))
        {
            return error.GetType() == typeof(ArgumentException) || error.GetType() == typeof(ArgumentOutOfRangeException);
        }

        error.Data[Mark] = layer.Name;
        return false;
    }

    /// <summary>The error with the layer's name in front.</summary>
    public static ArgumentException Named(Layer layer, ArgumentException error)
    {
        var message = $"Layer '{layer.Name}' ({layer.ClassName}): {error.Message}";
        var named = error is ArgumentOutOfRangeException ? new ArgumentOutOfRangeException(message, error) : new ArgumentException(message, error);
        named.Data[Mark] = layer.Name;
        return named;
    }
}
