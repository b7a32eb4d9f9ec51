using System.Collections.Concurrent;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>What TensorFlow says of its ops. The entries of those that KerasNet uses are carried along, so that models are written without the native library; an entry is parsed when it is first used.</summary>
internal static class OpSchemas
{
    private static readonly Lazy<OpList> _carried = new(ReadCarried);
    private static readonly Lazy<OpList> _library = new(ReadLibrary);
    private static readonly ConcurrentDictionary<string, OpSchema> _parsed = new(StringComparer.Ordinal);

    /// <summary>The ops that the loaded library knows.</summary>
    public static OpList Library => _library.Value;

    /// <summary>The ops that are known without it: <c>ops.pb</c>, a part of the library's own list.</summary>
    public static OpList Carried => _carried.Value;

    public static OpSchema Of(Node node) => _parsed.GetOrAdd(node.Definition.Name, static (name, node) =>
        Carried.Find(name) is { IsEmpty: false } carried ? new OpSchema(carried)
        : Library.Find(name) is { IsEmpty: false } found ? new OpSchema(found)
        : throw node.Error($"TensorFlow {TensorFlowLibrary.Version} has no op of this name."), node);

    private static OpList ReadCarried()
    {
        using var stream = typeof(OpSchemas).Assembly.GetManifestResourceStream("ops.pb")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new OpList(bytes);
    }

    private static OpList ReadLibrary()
    {
        using var buffer = new BufferHandle(NativeMethods.TF_GetAllOpList());
        return new OpList(buffer.Bytes.ToArray());
    }
}
