using KerasNet.Graphs;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Sessions;

namespace KerasNet.TensorFlow.Eager;

/// <summary>The process's eager context, made when an op first runs at once, and the functions that are in it as long as a call needs them.</summary>
internal static unsafe class EagerContext
{
    private static readonly Lazy<EagerContextHandle> _handle = new(() => new EagerContextHandle(SessionConfig.ForEager));

    public static nint Pointer => _handle.Value.Pointer;

    /// <summary>Adds a body, and those that it uses.</summary>
    public static string Add(FunctionBody body, List<string> added)
    {
        var made = new List<FunctionHandle>();
        var name = Functions.Make(body, made);
        using var status = new StatusHandle();
        foreach (var function in made)
        {
            NativeMethods.TFE_ContextAddFunction(Pointer, function.Pointer, status.Pointer);
            status.ThrowIfFailed(name);
            added.Add(function.Name);
            function.Dispose();
        }

        return name;
    }

    public static void Remove(List<string> added)
    {
        using var status = new StatusHandle();
        foreach (var name in added)
        {
            NativeMethods.TFE_ContextRemoveFunction(Pointer, name, status.Pointer);
        }

        NativeMethods.TFE_ContextClearCaches(Pointer); // else every call of a new body leaves 60 KB of kernels
    }
}
