namespace KerasNet.Tests;

/// <summary>The backends that every fixture runs on. Where TensorFlow's project is part of the build its library must load: a machine without it fails, nothing is skipped.</summary>
public static class Backends
{
    /// <summary>For <c>[TestFixtureSource(typeof(Backends), nameof(Backends.All))]</c> over a constructor that takes the name.</summary>
    public static IEnumerable<string> All => Type.GetType("KerasNet.TensorFlow.TensorFlowBackend, KerasNet.TensorFlow") is null
        ? ["managed"]
        : ["managed", "tensorflow"];
}
