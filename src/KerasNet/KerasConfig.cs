using KerasNet.Backends;

namespace KerasNet;

/// <summary>Settings of a scope.</summary>
/// <remarks>Python: <c>keras.config</c>.</remarks>
public sealed class KerasConfig
{
    private readonly Internal.KerasState _state;

    internal KerasConfig(Internal.KerasState state, KerasConfig? parent)
    {
        _state = state;
        if (parent is not null)
        {
            (FloatX, Epsilon) = (parent.FloatX, parent.Epsilon);
        }
    }

    /// <summary>Default float type: <c>float32</c>.</summary>
    public DataType FloatX { get; set; } = DataType.Float32;

    /// <summary>The small number against division by zero: 1e-7.</summary>
    public double Epsilon { get; set; } = 1e-7;

    /// <summary><c>channels_last</c> or <c>channels_first</c>: what layers take that are not told.</summary>
    public string ImageDataFormat { get; set; } = "channels_last";

    /// <summary>Name of the backend that new models are built on: <c>tensorflow</c> or <c>managed</c>.</summary>
    /// <exception cref="ArgumentException">The name is unknown.</exception>
    public string Backend
    {
        get => _state.Backend.Name;
        set => _state.Backend = BackendSelector.Get(value);
    }
}
