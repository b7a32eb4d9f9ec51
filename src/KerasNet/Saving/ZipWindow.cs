using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace KerasNet.Saving;

/// <summary>A part of a zip that is stored without packing, as a stream that can seek: big weights need no copy.</summary>
internal sealed class ZipWindow : Stream
{
    private readonly FileStream _file;
    private readonly long _start;
    private long _position;

    private ZipWindow(FileStream file, long start, long length) => (_file, _start, Length) = (file, start, length);

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get => _position; set => _position = value; }

    /// <summary>The window of an entry; null where its place cannot be told with certainty.</summary>
    public static ZipWindow? Find(FileStream zip, ZipArchiveEntry entry)
    {
        var name = Encoding.UTF8.GetBytes(entry.FullName);
        if (Directory(zip) is not var (start, count, end))
        {
            return null;
        }

        using var reader = new BinaryReader(new FileStream(zip.Name, FileMode.Open, FileAccess.Read, FileShare.Read), Encoding.UTF8);
        reader.BaseStream.Position = start;
        for (var i = 0; i < count && reader.BaseStream.Position + 46 <= end; i++)
        {
            var header = reader.ReadBytes(46);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x02014b50)
            {
                return null;
            }

            var method = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10));
            var (nameLength, extra, comment) = (BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)), BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32)));
            var local = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(42));
            var isIt = reader.ReadBytes(nameLength).AsSpan().SequenceEqual(name);
            reader.BaseStream.Position += extra + comment;
            if (isIt)
            {
                return method != 0 || local == uint.MaxValue ? null : At(zip, reader, local, entry.Length);
            }
        }

        return null;
    }

    private static ZipWindow? At(FileStream zip, BinaryReader reader, long local, long length)
    {
        if (local + 30 > zip.Length)
        {
            return null;
        }

        reader.BaseStream.Position = local;
        var header = reader.ReadBytes(30);
        var data = local + 30 + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26)) + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
        return BinaryPrimitives.ReadUInt32LittleEndian(header) == 0x04034b50 && data + length <= zip.Length ? new ZipWindow(new FileStream(zip.Name, FileMode.Open, FileAccess.Read, FileShare.Read, 16384), data, length) : null;
    }

    /// <summary>Where the central directory lies, by the record at the end.</summary>
    private static (long Start, int Count, long End)? Directory(FileStream zip)
    {
        var tail = new byte[(int)Math.Min(zip.Length, 22 + 65535)];
        var before = zip.Position;
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        zip.Position = before;
        for (var i = tail.Length - 22; i >= 0; i--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i)) == 0x06054b50)
            {
                var (count, start) = (BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(i + 10)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(i + 16)));
                return start == uint.MaxValue || count == ushort.MaxValue ? null : (start, count, zip.Length - tail.Length + i);
            }
        }

        return null;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = Length - _position;
        if (left <= 0)
        {
            return 0;
        }

        _file.Position = _start + _position;
        var read = _file.Read(buffer[..(int)Math.Min(buffer.Length, left)]);
        _position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) =>
        _position = origin switch { SeekOrigin.Begin => offset, SeekOrigin.Current => _position + offset, _ => Length + offset };

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
