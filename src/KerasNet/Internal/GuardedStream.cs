namespace KerasNet.Internal;

/// <summary>Bytes of a picture that end with an error: a decoder that reads a damaged picture's end again and again would never stop.</summary>
internal sealed class GuardedStream(byte[] bytes) : MemoryStream(bytes, writable: false)
{
    private const int Patience = 64;

    private int _empty;

    public override int ReadByte() => Counted(base.ReadByte(), -1);

    public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count), 0);

    public override int Read(Span<byte> buffer) => Counted(base.Read(buffer), 0);

    private int Counted(int result, int nothing)
    {
        if (result != nothing)
        {
            _empty = 0;
        }
        else if (++_empty > Patience)
        {
            throw new EndOfStreamException("The picture ends too early.");
        }

        return result;
    }
}
