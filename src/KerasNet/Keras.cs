using KerasNet.Backends;
using KerasNet.Internal;

namespace KerasNet;

/// <summary>The door: inputs, configuration, seeds, scopes.</summary>
/// <remarks>Python: the functions at the top of <c>keras</c>.</remarks>
public static class Keras
{
    private static readonly KerasState _default = new(null);
    private static readonly AsyncLocal<KerasState?> _scoped = new();

    /// <summary>Backend, default float type and other settings of the current scope.</summary>
    public static KerasConfig Config => State.Config;

    internal static KerasState State => _scoped.Value ?? _default;

    internal static IBackend Backend => State.Backend;

    /// <summary>A scope with its own name counters, seed, settings and backend, for this flow of execution, until it is disposed.</summary>
    /// <param name="backend"><c>tensorflow</c> or <c>managed</c>; null keeps the current one.</param>
    public static IDisposable Scope(string? backend = null)
    {
        var before = _scoped.Value;
        var state = new KerasState(State);
        if (backend is not null)
        {
            state.Config.Backend = backend;
        }

        _scoped.Value = state;
        return new Leave(before);
    }

    /// <summary>A symbolic tensor where a model's data comes in.</summary>
    /// <param name="shape">Shape of one sample, without the batch axis: <c>784</c>, <c>(28, 28, 1)</c>, <c>(null, 16)</c>.</param>
    /// <param name="batchSize">Size of the batch axis; null: any.</param>
    /// <param name="dtype">Element type; null: the default float.</param>
    /// <param name="name">Name of the input; null: the next automatic one.</param>
    /// <remarks>Python: <c>keras.Input</c>.</remarks>
    public static Tensor Input(TensorShape shape, int? batchSize = null, DataType? dtype = null, string? name = null) =>
        (name is null ? new Layers.InputLayer(shape, batchSize, dtype) : new Layers.InputLayer(shape, batchSize, dtype) { Name = name }).Tensor;

    /// <summary>Seeds everything random: initial weights, shuffles, dropout.</summary>
    /// <remarks>Python: <c>keras.utils.set_random_seed</c>.</remarks>
    public static void SetRandomSeed(int seed) => State.Seed(seed);

    /// <summary>Starts names anew: the next Dense is <c>dense</c> again.</summary>
    /// <remarks>Python: <c>keras.utils.clear_session</c>.</remarks>
    public static void ClearSession() => State.ClearNames();

    /// <summary>Enters a scope again until the result is disposed: a model keeps the one in which it was made.</summary>
    internal static IDisposable Enter(KerasState state)
    {
        var before = _scoped.Value;
        if (before == state || (before is null && state == _default))
        {
            return Nothing.Instance;
        }

        _scoped.Value = state;
        return new Leave(before);
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }

    private sealed class Leave(KerasState? before) : IDisposable
    {
        public void Dispose() => _scoped.Value = before;
    }
}
