using System.Text;

namespace KerasNet.Hdf5.Writing;

/// <summary>Where texts of variable length go: collections of at least 4 kB; pointers to them stand in attributes and datasets.</summary>
internal sealed class TextHeap(FileOutput output)
{
    private const int Collection = 4096;
    private const int Head = 16;

    private readonly List<byte[]> _texts = [];
    private int _used = Head;
    private ulong _address;

    /// <summary>The pointer to a text: its length, the collection's address, its number there.</summary>
    public byte[] Add(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length == 0)
        {
            return new byte[16];
        }

        int needed = Head + ((bytes.Length + 7) & ~7);
        if (needed > Collection - (2 * Head))
        {
            var alone = new TextHeap(output) { _address = output.Append([]) };
            byte[] pointer = alone.Place(bytes, needed);
            alone.Flush();
            return pointer;
        }

        if (_texts.Count > 0 && _used + needed > Collection)
        {
            Flush();
        }

        if (_texts.Count == 0)
        {
            _address = output.Append(new byte[Collection]);     // its place; filled by Flush
        }

        return Place(bytes, needed);
    }

    /// <summary>Writes the collection that is being filled.</summary>
    public void Flush()
    {
        if (_texts.Count == 0)
        {
            return;
        }

        int size = _used <= Collection ? Collection : _used;
        var block = new Block();
        block.Write("GCOL"u8);
        block.Write(1u);
        block.Write((ulong)size);
        for (int i = 0; i < _texts.Count; i++)
        {
            block.Write((ushort)(i + 1));
            block.Write((ushort)1);
            block.Write(0u);
            block.Write((ulong)_texts[i].Length);
            block.Write(_texts[i]);
            block.Pad();
        }

        if (size - _used >= Head)
        {
            block.Write(0UL);                                   // number 0: what is free
            block.Write((ulong)(size - _used));
        }

        output.Stream.Position = (long)_address;
        output.Stream.Write(block.PadTo(size).ToArray());
        output.Stream.Position = output.Stream.Length;
        _texts.Clear();
        _used = Head;
    }

    private byte[] Place(byte[] bytes, int needed)
    {
        _texts.Add(bytes);
        _used += needed;
        var pointer = new Block();
        pointer.Write(bytes.Length);
        pointer.Write(_address);
        pointer.Write(_texts.Count);
        return pointer.ToArray();
    }
}
