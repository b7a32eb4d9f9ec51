using System.Collections.Concurrent;
using System.Text;
using KerasNet.Graphs;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Emission;

/// <summary>TensorFlow's op list, read once; an op's entry is parsed when it is first used.</summary>
internal static class OpSchemas
{
    private static readonly Lazy<(byte[] List, Dictionary<string, Range> Places)> _index = new(ReadIndex);
    private static readonly ConcurrentDictionary<string, OpSchema> _parsed = new(StringComparer.Ordinal);

    /// <summary>Names of every op that the loaded library knows.</summary>
    public static IReadOnlyCollection<string> Names => _index.Value.Places.Keys;

    public static OpSchema Of(Node node) => _parsed.GetOrAdd(node.Definition.Name, static (name, node) =>
    {
        var (list, places) = _index.Value;
        return places.TryGetValue(name, out var place)
            ? new OpSchema(list.AsSpan(place))
            : throw node.Error($"TensorFlow {TensorFlowLibrary.Version} has no op of this name.");
    }, node);

    private static (byte[] List, Dictionary<string, Range> Places) ReadIndex()
    {
        using var buffer = new BufferHandle(NativeMethods.TF_GetAllOpList());
        var list = buffer.Bytes.ToArray();
        var places = new Dictionary<string, Range>(2048, StringComparer.Ordinal);
        var reader = new WireReader(list);
        while (reader.Next())
        {
            var start = (int)System.Runtime.CompilerServices.Unsafe.ByteOffset(ref list[0], ref System.Runtime.InteropServices.MemoryMarshal.GetReference(reader.Bytes));
            places[NameOf(reader.Bytes)] = start..(start + reader.Bytes.Length);
        }

        return (list, places);
    }

    private static string NameOf(ReadOnlySpan<byte> definition)
    {
        var reader = new WireReader(definition);
        while (reader.Next())
        {
            if (reader.Field == 1)
            {
                return Encoding.UTF8.GetString(reader.Bytes);
            }
        }

        return string.Empty;
    }
}
