using System.Buffers.Binary;

namespace KerasNet.TensorFlow.Checkpoints;

/// <summary>Reads numbers from bytes that nobody vouches for.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private const int LongestVarint = 10;
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Number of bytes that are left.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>A number of seven bits a byte, the lowest first.</summary>
    /// <exception cref="InvalidDataException">The bytes end, or go on too long.</exception>
    public ulong Varint()
    {
        var value = 0UL;
        for (var i = 0; i < LongestVarint && i < _rest.Length; i++)
        {
            value |= (ulong)(_rest[i] & 0x7f) << (7 * i);
            if (_rest[i] < 0x80)
            {
                _rest = _rest[(i + 1)..];
                return value;
            }
        }

        throw new InvalidDataException("A number is cut off.");
    }

    /// <summary>A length that fits into what is left.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public int Length()
    {
        var value = Varint();
        return value <= (ulong)_rest.Length ? (int)value : throw new InvalidDataException($"A part of {value} bytes stands where {_rest.Length} bytes are left.");
    }

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">There are fewer.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw new InvalidDataException($"A part of {count} bytes stands where {_rest.Length} bytes are left.");
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>Four bytes as a number.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
}
