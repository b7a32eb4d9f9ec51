namespace KerasNet.Hdf5.Writing;

/// <summary>An object header of version 1: a count, and messages of up to 64 kB.</summary>
internal sealed class ObjectHeader
{
    private readonly List<(MessageKind Kind, byte[] Content, bool IsConstant)> _messages = [];

    public void Add(MessageKind kind, byte[] content, bool isConstant = false) => _messages.Add((kind, content, isConstant));

    public byte[] ToArray()
    {
        var header = new Block();
        header.Write((ushort)1);                    // version
        header.Write(checked((ushort)_messages.Count));
        header.Write(1u);                           // links to it
        header.Write(_messages.Sum(m => 8 + Padded(m.Content)));
        header.Write(0u);
        foreach ((MessageKind kind, byte[] content, bool isConstant) in _messages)
        {
            header.Write((ushort)kind);
            header.Write((ushort)Padded(content));
            header.Write(isConstant ? 1u : 0u);     // a byte of flags, three of nothing
            header.Write(content);
            header.Pad();
        }

        return header.ToArray();
    }

    private static int Padded(byte[] content) => (content.Length + 7) & ~7;
}
