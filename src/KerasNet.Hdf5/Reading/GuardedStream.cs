using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace KerasNet.Hdf5.Reading;

/// <summary>What the parser reads through: it ends endless loops and endless recursion, and shows a first block that lies far behind.</summary>
/// <remarks>The parser checks little. A loop in a damaged file reads without end, so reads are counted against a budget that grows with the file and with each call of the user.</remarks>
internal sealed class GuardedStream : Stream
{
    private const long ReadsPerCall = 20_000;
    private const long BytesPerCall = 1 << 20;
    private const byte SoftLink = 1;
    private const byte ExternalLink = 64;
    private const long LastPlace = 512;
    private const long FirstBlock = 112;

    private readonly Stream _inner;
    private readonly bool _leaveOpen;
    private long _reads;
    private long _bytes;
    private long _position;
    private long _innerPosition = -1;
    private uint _trail;
    private long _trailEnd = -1;
    private ulong _head;

    public GuardedStream(Stream inner, long start, bool leaveOpen)
    {
        _inner = inner;
        Start = start;
        _leaveOpen = leaveOpen;
        Length = inner.Length;
        _reads = 200_000 + (2 * Length);
        _bytes = (1L << 30) + (256 * Length);       // the parser reads all names of a group anew for each name
    }

    /// <summary>Where HDF5 begins; addresses in the file count from here.</summary>
    public long Start { get; }

    public override long Length { get; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Position
    {
        get => _position;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <summary>What the disk or the user's stream said, which is no fault of the file.</summary>
    public IOException? Failure { get; private set; }

    /// <summary>How many numbers say where a chunk of the dataset lies that is being read; 0 while none is.</summary>
    public int ChunkRank { get; set; }

    /// <summary>Adds what one call of the user may read, beside the data that it asked for.</summary>
    public void Grant(long data)
    {
        _reads += ReadsPerCall + (data / 64);
        _bytes += BytesPerCall + (2 * data);
    }

    public override int Read(Span<byte> buffer)
    {
        Count(buffer.Length);
        if (_position >= Length)
        {
            return 0;
        }

        int wanted = (int)Math.Min(buffer.Length, Length - _position);
        int read = ReadInner(buffer[..wanted]);
        Hide(buffer[..read]);
        Look(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int ReadByte()
    {
        byte one = 0;
        return Read(new Span<byte>(ref one)) == 0 ? -1 : one;
    }

    public override long Seek(long offset, SeekOrigin origin)
    {
        Count(1);
        long target = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => _position + offset,
            _ => Length + offset,
        };
        if (target < 0 || target > Length)
        {
            throw new InvalidDataException($"it points to byte {target} of {Length}");
        }

        return _position = target;
    }

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException("The file is open for reading only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The file is open for reading only.");

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_leaveOpen)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadInner(Span<byte> buffer)
    {
        int wanted = buffer.Length;
        long source = Source(ref wanted);
        try
        {
            if (_innerPosition != source)
            {
                _inner.Position = source;
            }

            int read = _inner.Read(buffer[..wanted]);
            _position += read;
            _innerPosition = source + read;
            return read;
        }
        catch (IOException e)
        {
            Failure = e;
            throw;
        }
    }

    /// <summary>The parser looks for the first block at 0 and 512 only: where it lies further behind, it is shown at 512, within bytes that are the user's own.</summary>
    private long Source(ref int wanted)
    {
        if (Start > LastPlace && _position >= LastPlace && _position < LastPlace + FirstBlock)
        {
            wanted = (int)Math.Min(wanted, LastPlace + FirstBlock - _position);
            return _position - LastPlace + Start;
        }

        return _position;
    }

    /// <summary>Shows a link to another file as one within this file, which then leads nowhere: the parser would open whatever file, pipe or terminal it names.</summary>
    /// <remarks>A link begins with three single bytes: its version 1, flags that say that its kind follows, its kind.</remarks>
    private void Hide(Span<byte> bytes)
    {
        if (bytes is [ExternalLink] && _innerPosition == _trailEnd + 1 && (_trail & 0xffff) == 0x0101 && (_head & 0xffe8) == 0x0108)
        {
            bytes[0] = SoftLink;
        }
    }

    /// <summary>Sees what the parser is about to read, and compares the sizes there with the file.</summary>
    private void Look(ReadOnlySpan<byte> bytes)
    {
        long at = _innerPosition;
        if (bytes.Length == 4 && (HeapGuard.Check(_inner, bytes, at, ChunkRank) || bytes.SequenceEqual("OHDR"u8)))
        {
            if (bytes[0] == 'O')
            {
                MessageGuard.CheckHeader(_inner, at, Start);
            }

            _innerPosition = -1;
        }

        // Kind, size, flags, three bytes of nothing: the head of a message of version 1.
        _trail = at == _trailEnd + bytes.Length ? (_trail << 8) | (byte)Math.Min(bytes.Length, 255) : (byte)Math.Min(bytes.Length, 255);
        _trailEnd = at;
        if (bytes.Length <= 2)
        {
            _head = (_head << (8 * bytes.Length)) | (bytes.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : bytes.Length == 1 ? bytes[0] : 0u);
        }
        else if (_trail == 0x02020103)
        {
            MessageGuard.Check(_inner, (int)(_head >> 24) & 0xffff, (int)_head & 0xff, at, (int)(_head >> 8) & 0xffff);
            _innerPosition = -1;
        }
    }

    private void Count(int bytes)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (--_reads < 0 || (_bytes -= bytes) < 0)
        {
            throw new InvalidDataException("reading it does not end: its parts point to one another in a circle");
        }
    }
}
