using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasNet.Backends.Managed;

/// <summary>The counter-based generator Philox 4x32-10 (Salmon et al. 2011), TensorFlow's source of random numbers.</summary>
internal static unsafe class Philox
{
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const int Rounds = 10;

    /// <summary>The four numbers of one counter value.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(ulong key, ulong counterLow, ulong counterHigh)
    {
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        uint c0 = (uint)counterLow, c1 = (uint)(counterLow >> 32), c2 = (uint)counterHigh, c3 = (uint)(counterHigh >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0;
            ulong b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            unchecked
            {
                k0 += WeylA;
                k1 += WeylB;
            }
        }

        return (c0, c1, c2, c3);
    }

    /// <summary>Writes <paramref name="blocks"/> blocks of four numbers.</summary>
    public static void Fill(PhiloxKey start, uint* to, int blocks)
    {
        int done = Avx2.IsSupported ? FillEight(start, to, blocks) : 0;
        for (; done < blocks; done++)
        {
            var at = start.Skip((ulong)done);
            (to[4 * done], to[(4 * done) + 1], to[(4 * done) + 2], to[(4 * done) + 3]) = Block(at.Key, at.CounterLow, at.CounterHigh);
        }
    }

    // Eight blocks at once, two vectors of four 64-bit lanes, one 32-bit word of a block in each lane.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FillEight(PhiloxKey start, uint* to, int blocks)
    {
        var low = Vector256.Create(0xFFFFFFFFUL);
        var multiplierA = Vector256.Create((ulong)MultiplierA).AsUInt32();
        var multiplierB = Vector256.Create((ulong)MultiplierB).AsUInt32();
        int done = 0;
        for (; done + 8 <= blocks; done += 8, to += 32)
        {
            var at = start.Skip((ulong)done);
            if (at.CounterLow > ulong.MaxValue - 8)
            {
                return done; // the carry into the upper word is left to the scalar loop
            }

            var first = Vector256.Create(at.CounterLow) + Vector256.Create(0UL, 1, 2, 3);
            var second = first + Vector256.Create(4UL);
            Vector256<ulong> a0 = first & low, a1 = first >>> 32, b0 = second & low, b1 = second >>> 32;
            Vector256<ulong> a2 = Vector256.Create(at.CounterHigh & 0xFFFFFFFF), a3 = Vector256.Create(at.CounterHigh >> 32), b2 = a2, b3 = a3;
            uint k0 = (uint)start.Key, k1 = (uint)(start.Key >> 32);
            for (int round = 0; round < Rounds; round++)
            {
                var key0 = Vector256.Create((ulong)k0);
                var key1 = Vector256.Create((ulong)k1);
                var pa = Avx2.Multiply(a0.AsUInt32(), multiplierA);
                var pb = Avx2.Multiply(a2.AsUInt32(), multiplierB);
                var qa = Avx2.Multiply(b0.AsUInt32(), multiplierA);
                var qb = Avx2.Multiply(b2.AsUInt32(), multiplierB);
                (a0, a1, a2, a3) = ((pb >>> 32) ^ a1 ^ key0, pb & low, (pa >>> 32) ^ a3 ^ key1, pa & low);
                (b0, b1, b2, b3) = ((qb >>> 32) ^ b1 ^ key0, qb & low, (qa >>> 32) ^ b3 ^ key1, qa & low);
                unchecked
                {
                    k0 += WeylA;
                    k1 += WeylB;
                }
            }

            Store(a0 | (a1 << 32), a2 | (a3 << 32), to);
            Store(b0 | (b1 << 32), b2 | (b3 << 32), to + 16);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> front, Vector256<ulong> back, uint* to)
    {
        var even = Avx2.UnpackLow(front, back);
        var odd = Avx2.UnpackHigh(front, back);
        Avx2.Permute2x128(even, odd, 0x20).AsUInt32().Store(to);
        Avx2.Permute2x128(even, odd, 0x31).AsUInt32().Store(to + 8);
    }
}
