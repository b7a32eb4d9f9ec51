using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KerasNet.Layers;
using KerasNet.Saving.Legacy;

namespace KerasNet.Saving;

/// <summary>Models from configs of any Keras: normalise, check, build.</summary>
internal static class ModelReader
{
    /// <summary>Makes a model from its config alone, which may say which Keras wrote it.</summary>
    public static Model FromConfig(JsonObject config, CustomObjects? custom)
    {
        using var context = LoadContext.Enter(custom);
        return Create(config, KerasOrigin.Guess(config, null, null));
    }

    /// <summary>Makes a model.</summary>
    /// <param name="config">Class name and config.</param>
    /// <param name="origin">Which Keras wrote it.</param>
    /// <param name="change">A last look at the normalised config, for what only the weights tell.</param>
    /// <exception cref="InvalidDataException">The config is damaged.</exception>
    /// <exception cref="ArgumentException">Classes are unknown, or arguments do not fit them.</exception>
    public static Model Create(JsonObject config, KerasOrigin origin, Action<JsonObject>? change = null)
    {
        try
        {
            var current = LegacyConfig.Normalize(config, origin);
            change?.Invoke(current);
            UnknownClasses.Check(current);
            return ObjectSerializer.Deserialize(current, typeof(Layer)) as Model ?? throw new InvalidDataException($"The file holds a {current.Text("class_name")}, not a model.");
        }
        catch (Exception e) when (e is NullReferenceException or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException or OutOfMemoryException or JsonException or TargetInvocationException
            || (e is InvalidOperationException && e.Source == "System.Text.Json"))
        {
            throw new InvalidDataException($"The model's config is damaged: {e.Message}", e);
        }
    }
}
