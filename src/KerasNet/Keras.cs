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

    /// <summary>Seeds everything random: initial weights, shuffles, dropout.</summary>
    /// <remarks>Python: <c>keras.utils.set_random_seed</c>.</remarks>
    public static void SetRandomSeed(int seed) => State.Seed(seed);

    /// <summary>Starts names anew: the next Dense is <c>dense</c> again.</summary>
    /// <remarks>Python: <c>keras.utils.clear_session</c>.</remarks>
    public static void ClearSession() => State.ClearNames();

    private sealed class Leave(KerasState? before) : IDisposable
    {
        public void Dispose() => _scoped.Value = before;
    }
}
