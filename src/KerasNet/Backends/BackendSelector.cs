using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KerasNet.Backends.Managed;

namespace KerasNet.Backends;

/// <summary>Finds backends: KERASNET_BACKEND or Keras.Config.Backend choose, TensorFlow is the default where its library is found.</summary>
internal static class BackendSelector
{
    private const string TensorFlowType = "KerasNet.TensorFlow.TensorFlowBackend, KerasNet.TensorFlow";
    private static readonly Lazy<(IBackend? Backend, string? WhyNot)> _tensorFlow = new(FindTensorFlow);
    private static readonly Lazy<IBackend> _default = new(ChooseDefault);

    public static IBackend Default() => _default.Value;

    /// <exception cref="ArgumentException">No backend has the name.</exception>
    /// <exception cref="InvalidOperationException">The backend cannot run here.</exception>
    public static IBackend Get(string name) => name switch
    {
        "managed" => ManagedBackend.Instance,
        "tensorflow" => _tensorFlow.Value.Backend ?? throw new InvalidOperationException(
            $"Backend 'tensorflow' cannot run: {_tensorFlow.Value.WhyNot} `kerasnet doctor` says what was tried; Keras.Config.Backend = \"managed\" runs without a native library."),
        _ => throw new ArgumentException($"Unknown backend '{name}'. Expected 'tensorflow' or 'managed'.", nameof(name)),
    };

    private static IBackend ChooseDefault()
    {
        if (Environment.GetEnvironmentVariable("KERASNET_BACKEND") is { Length: > 0 } wanted)
        {
            return Get(wanted);
        }

        if (_tensorFlow.Value.Backend is { } backend)
        {
            return backend;
        }

        Console.Error.WriteLine($"KerasNet runs on its managed backend: {_tensorFlow.Value.WhyNot} (`kerasnet doctor` tells more; KERASNET_BACKEND=managed silences this line.)");
        return ManagedBackend.Instance;
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods, "KerasNet.TensorFlow.TensorFlowBackend", "KerasNet.TensorFlow")]
    [UnconditionalSuppressMessage("Trimming", "IL2035", Justification = "The assembly is there when the user references it.")]
    private static (IBackend? Backend, string? WhyNot) FindTensorFlow()
    {
        var type = Type.GetType(TensorFlowType, throwOnError: false);
        if (type is null)
        {
            return (null, "the package KerasNet.TensorFlow is not referenced.");
        }

        var arguments = new object?[] { null };
        var backend = (IBackend?)type.GetMethod("TryCreate", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, arguments);
        return (backend, (string?)arguments[0]);
    }
}
