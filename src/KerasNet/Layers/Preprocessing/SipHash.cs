using System.Buffers.Binary;
using System.Numerics;

namespace KerasNet.Layers;

/// <summary>SipHash-2-4: a hash with a key, for bins that an outsider cannot aim at.</summary>
/// <remarks>Aumasson and Bernstein, 2012, <see href="https://www.aumasson.jp/siphash/siphash.pdf"/>.</remarks>
internal static class SipHash
{
    /// <summary>The hash of bytes under a key of two numbers.</summary>
    public static ulong Hash(ReadOnlySpan<byte> s, ulong key0, ulong key1)
    {
        Span<ulong> v = [key0 ^ 0x736f6d6570736575, key1 ^ 0x646f72616e646f6d, key0 ^ 0x6c7967656e657261, key1 ^ 0x7465646279746573];
        var rest = s;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            Take(v, BinaryPrimitives.ReadUInt64LittleEndian(rest));
        }

        Span<byte> last = stackalloc byte[8];
        last.Clear();
        rest.CopyTo(last);
        last[7] = (byte)s.Length;
        Take(v, BinaryPrimitives.ReadUInt64LittleEndian(last));
        v[2] ^= 0xff;
        for (var i = 0; i < 4; i++)
        {
            Round(v);
        }

        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void Take(Span<ulong> v, ulong word)
    {
        v[3] ^= word;
        Round(v);
        Round(v);
        v[0] ^= word;
    }

    private static void Round(Span<ulong> v)
    {
        v[0] += v[1];
        v[1] = BitOperations.RotateLeft(v[1], 13) ^ v[0];
        v[0] = BitOperations.RotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = BitOperations.RotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = BitOperations.RotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = BitOperations.RotateLeft(v[1], 17) ^ v[2];
        v[2] = BitOperations.RotateLeft(v[2], 32);
    }
}
