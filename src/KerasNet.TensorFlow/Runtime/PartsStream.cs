namespace KerasNet.TensorFlow.Runtime;

/// <summary>Several files read as one, telling how far the reader is.</summary>
internal sealed class PartsStream : Stream
{
    private readonly IReadOnlyList<string> _paths;
    private readonly Action<double> _progress;
    private readonly long _length;
    private long _position;
    private int _next;
    private FileStream? _current;

    public PartsStream(IReadOnlyList<string> paths, Action<double> progress)
    {
        _paths = paths;
        _progress = progress;
        _length = paths.Sum(p => new FileInfo(p).Length);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException("The parts are read once, from the start to the end.");
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = _current?.Read(buffer) ?? 0;
            if (read > 0 || buffer.IsEmpty)
            {
                _position += read;
                _progress((double)_position / _length);
                return read;
            }

            _current?.Dispose();
            _current = null;
            if (_next == _paths.Count)
            {
                return 0;
            }

            _current = new FileStream(_paths[_next++], FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 18, FileOptions.SequentialScan);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The parts cannot be searched.");

    public override void SetLength(long value) => throw new NotSupportedException("The parts are only read.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The parts are only read.");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _current?.Dispose();
        }

        base.Dispose(disposing);
    }
}
