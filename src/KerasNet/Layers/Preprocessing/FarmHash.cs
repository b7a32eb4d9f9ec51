using System.Buffers.Binary;
using System.Numerics;

namespace KerasNet.Layers;

/// <summary>FarmHash's Fingerprint64, the hash of text that never changes: bins of hashing layers in old files stay what they were.</summary>
/// <remarks>Geoff Pike, <see href="https://github.com/google/farmhash"/>, the <c>farmhashna</c> variant.</remarks>
internal static class FarmHash
{
    private const ulong K0 = 0xc3a5c85c97cb3127;
    private const ulong K1 = 0xb492b66fbe98f273;
    private const ulong K2 = 0x9ae16a3b2f90404f;

    /// <summary>The fingerprint of bytes.</summary>
    public static ulong Fingerprint(ReadOnlySpan<byte> s) => s.Length switch
    {
        <= 16 => UpTo16(s),
        <= 32 => UpTo32(s),
        <= 64 => UpTo64(s),
        _ => Long(s),
    };

    /// <summary>One fingerprint of two, in their order.</summary>
    public static ulong Join(ulong first, ulong second)
    {
        const ulong multiplier = 0xc6a4a7935bd1e995;
        var result = first ^ multiplier;
        result ^= Shift(second * multiplier) * multiplier;
        result *= multiplier;
        return Shift(Shift(result) * multiplier);
    }

    private static ulong UpTo16(ReadOnlySpan<byte> s)
    {
        var length = (ulong)s.Length;
        var multiplier = K2 + (length * 2);
        if (s.Length >= 8)
        {
            var a = At(s, 0) + K2;
            var b = At(s, s.Length - 8);
            return Mix((Turn(b, 37) * multiplier) + a, (Turn(a, 25) + b) * multiplier, multiplier);
        }

        if (s.Length >= 4)
        {
            return Mix(length + ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(s) << 3), BinaryPrimitives.ReadUInt32LittleEndian(s[^4..]), multiplier);
        }

        if (s.Length > 0)
        {
            var y = s[0] + ((uint)s[s.Length >> 1] << 8);
            var z = (uint)s.Length + ((uint)s[^1] << 2);
            return Shift((y * K2) ^ (z * K0)) * K2;
        }

        return K2;
    }

    private static ulong UpTo32(ReadOnlySpan<byte> s)
    {
        var multiplier = K2 + ((ulong)s.Length * 2);
        var a = At(s, 0) * K1;
        var b = At(s, 8);
        var c = At(s, s.Length - 8) * multiplier;
        var d = At(s, s.Length - 16) * K2;
        return Mix(Turn(a + b, 43) + Turn(c, 30) + d, a + Turn(b + K2, 18) + c, multiplier);
    }

    private static ulong UpTo64(ReadOnlySpan<byte> s)
    {
        var multiplier = K2 + ((ulong)s.Length * 2);
        var a = At(s, 0) * K2;
        var b = At(s, 8);
        var c = At(s, s.Length - 8) * multiplier;
        var d = At(s, s.Length - 16) * K2;
        var y = Turn(a + b, 43) + Turn(c, 30) + d;
        var z = Mix(y, a + Turn(b + K2, 18) + c, multiplier);
        var e = At(s, 16) * multiplier;
        var f = At(s, 24);
        var g = (y + At(s, s.Length - 32)) * multiplier;
        var h = (z + At(s, s.Length - 24)) * multiplier;
        return Mix(Turn(e + f, 43) + Turn(g, 30) + h, e + Turn(f + a, 18) + g, multiplier);
    }

    private static ulong Long(ReadOnlySpan<byte> s)
    {
        const ulong seed = 81;
        var y = unchecked((seed * K1) + 113);
        var z = Shift((y * K2) + 113) * K2;
        var x = unchecked(seed * K2);
        x += At(s, 0);
        (ulong A, ulong B) v = (0, 0), w = (0, 0);
        var last = (s.Length - 1) / 64 * 64;
        for (var at = 0; at < last; at += 64)
        {
            Round(s[at..], ref x, ref y, ref z, ref v, ref w, K1, 1);
        }

        var multiplier = K1 + ((z & 0xff) << 1);
        w.A += (ulong)(s.Length - 1) & 63;
        v.A += w.A;
        w.A += v.A;
        Round(s[^64..], ref x, ref y, ref z, ref v, ref w, multiplier, 9);
        return Mix(Mix(v.A, w.A, multiplier) + (Shift(y) * K0) + z, Mix(v.B, w.B, multiplier) + x, multiplier);
    }

    /// <summary>Takes in 64 bytes; the last ones weigh the state more.</summary>
    private static void Round(ReadOnlySpan<byte> s, ref ulong x, ref ulong y, ref ulong z, ref (ulong A, ulong B) v, ref (ulong A, ulong B) w, ulong multiplier, ulong weight)
    {
        x = Turn(x + y + v.A + At(s, 8), 37) * multiplier;
        y = Turn(y + v.B + At(s, 48), 42) * multiplier;
        x ^= w.B * weight;
        y += (v.A * weight) + At(s, 40);
        z = Turn(z + w.A, 33) * multiplier;
        v = Weak(s, v.B * multiplier, x + w.A);
        w = Weak(s[32..], z + w.B, y + At(s, 16));
        (z, x) = (x, z);
    }

    private static (ulong A, ulong B) Weak(ReadOnlySpan<byte> s, ulong a, ulong b)
    {
        a += At(s, 0);
        b = Turn(b + a + At(s, 24), 21);
        var c = a;
        a += At(s, 8) + At(s, 16);
        b += Turn(a, 44);
        return (a + At(s, 24), b + c);
    }

    private static ulong At(ReadOnlySpan<byte> s, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(s[offset..]);

    private static ulong Turn(ulong value, int bits) => BitOperations.RotateRight(value, bits);

    private static ulong Shift(ulong value) => value ^ (value >> 47);

    private static ulong Mix(ulong u, ulong v, ulong multiplier)
    {
        var a = Shift((u ^ v) * multiplier);
        return Shift((v ^ a) * multiplier) * multiplier;
    }
}
