namespace KerasNet.Conformance.Coverage;

/// <summary>What is not here on purpose, by the beginning of its name, with the reason.</summary>
internal static class LeftOut
{
    private static readonly (string Start, string Reason)[] _reasons =
    [
        ("keras.wrappers.", "scikit-learn is Python's"),
        ("keras.layers.FlaxLayer", "Flax is Python's"),
        ("keras.layers.JaxLayer", "JAX is Python's"),
        ("keras.layers.TorchModuleWrapper", "PyTorch's modules are Python's"),
        ("keras.callbacks.OrbaxCheckpoint", "Orbax is Python's"),
        ("keras.config.is_nnx_enabled", "Flax is Python's"),
        ("keras.config.enable_flash_attention", "a choice between Python's kernels"),
        ("keras.config.disable_flash_attention", "a choice between Python's kernels"),
        ("keras.config.is_flash_attention_enabled", "a choice between Python's kernels"),
        ("keras.config.enable_traceback_filtering", "C# has no tracebacks to filter"),
        ("keras.config.disable_traceback_filtering", "C# has no tracebacks to filter"),
        ("keras.config.is_traceback_filtering_enabled", "C# has no tracebacks to filter"),
        ("keras.config.enable_unsafe_deserialization", "nothing in a file is ever executed"),
        ("keras.SymbolicScope", "a trace is a graph here"),
        ("keras.StatelessScope", "a trace is a graph here"),
        ("keras.optimizers.legacy.", "Keras keeps the name only to say that it is gone"),
        ("keras.utils.legacy.", "the form of objects that Keras 2 wrote, which is read with its files"),
    ];

    /// <summary>Why an object is left out; null when it is not.</summary>
    public static string? Reason(string path) => Array.Find(_reasons, r => path.StartsWith(r.Start, StringComparison.Ordinal)).Reason;
}
