using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KerasNet.TensorFlow.Emission;

/// <summary>Entries of a serialized list of ops, by name.</summary>
internal sealed class OpList
{
    private readonly byte[] _list;
    private readonly Dictionary<string, Range> _places = new(2048, StringComparer.Ordinal);

    /// <param name="list">A serialized OpList.</param>
    public OpList(byte[] list)
    {
        _list = list;
        var reader = new WireReader(list);
        while (reader.Next())
        {
            var start = (int)Unsafe.ByteOffset(ref list[0], ref MemoryMarshal.GetReference(reader.Bytes));
            _places[NameOf(reader.Bytes)] = start..(start + reader.Bytes.Length);
        }
    }

    /// <summary>Names of the ops.</summary>
    public IReadOnlyCollection<string> Names => _places.Keys;

    /// <summary>The serialized OpDef of a name; empty where there is none.</summary>
    public ReadOnlySpan<byte> Find(string name) => _places.TryGetValue(name, out var place) ? _list.AsSpan(place) : default;

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
