namespace KerasNet.Hdf5.Writing;

/// <summary>What a caller writes a dataset to: exactly so many bytes.</summary>
internal sealed class CountedStream(Stream inner, long size, string what) : Stream
{
    private long _written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => size;

    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException("Data is written from front to back.");
    }

    public void RequireComplete()
    {
        if (_written != size)
        {
            throw Wrong();
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _written += buffer.Length;
        if (_written > size)
        {
            throw Wrong();
        }

        inner.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Data is only written here.");

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("Data is written from front to back.");

    public override void SetLength(long value) => throw new NotSupportedException("The shape says how long the data is.");

    private ArgumentException Wrong() => new($"{what} takes {size} bytes. Received: {(_written > size ? "more" : _written)}.");
}
