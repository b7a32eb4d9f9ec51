using System.Numerics;

namespace KerasNet.Backends.Managed;

/// <summary>CPython's <c>random.Random</c>: MT19937 seeded by an integer, with the same numbers from the same calls (Python 3.11).</summary>
internal sealed class MersenneTwister
{
    private const int Length = 624;
    private const int Period = 397;
    private const uint UpperBit = 0x80000000;

    private readonly uint[] _state;
    private int _index = Length;

    /// <summary>Python: <c>random.Random(seed)</c>; the sign of the seed is ignored, as there.</summary>
    public MersenneTwister(BigInteger seed)
    {
        _state = new uint[Length];
        byte[] bytes = BigInteger.Abs(seed).ToByteArray(isUnsigned: true);
        var key = new uint[Math.Max(1, (bytes.Length + 3) / 4)];
        for (int i = 0; i < bytes.Length; i++)
        {
            key[i / 4] |= (uint)bytes[i] << (8 * (i % 4));
        }

        Seed(key);
    }

    private MersenneTwister(uint[] state) => _state = state;

    /// <summary>NumPy's <c>np.random.RandomState(seed)</c>, which seeds in another way than CPython.</summary>
    public static MersenneTwister OfNumPy(int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        var state = new uint[Length];
        state[0] = (uint)seed;
        for (int n = 1; n < Length; n++)
        {
            state[n] = unchecked((1812433253 * (state[n - 1] ^ (state[n - 1] >> 30))) + (uint)n);
        }

        return new MersenneTwister(state);
    }

    /// <summary>NumPy: <c>RandomState.shuffle(items)</c>, which draws in another way than CPython.</summary>
    public void ShuffleAsNumPy<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)i);
            uint j = NextUInt32() & mask;
            while (j > i)
            {
                j = NextUInt32() & mask;
            }

            (items[i], items[(int)j]) = (items[(int)j], items[i]);
        }
    }

    /// <summary>Python: <c>random()</c>, 53 bits in [0, 1).</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) * (1.0 / 9007199254740992.0);
    }

    /// <summary>Python: <c>getrandbits(bits)</c> for 1 to 64 bits.</summary>
    public ulong NextBits(int bits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bits, 64);
        if (bits <= 32)
        {
            return NextUInt32() >> (32 - bits);
        }

        ulong low = NextUInt32();
        return low | ((ulong)(NextUInt32() >> (64 - bits)) << 32);
    }

    /// <summary>Python: <c>randrange(limit)</c>, an integer in [0, limit).</summary>
    public long NextBelow(long limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        int bits = 64 - BitOperations.LeadingZeroCount((ulong)limit);
        ulong value = NextBits(bits);
        while (value >= (ulong)limit)
        {
            value = NextBits(bits);
        }

        return (long)value;
    }

    /// <summary>Python: <c>randint(low, high)</c>, both ends included.</summary>
    public long NextInteger(long low, long high) => low + NextBelow(high - low + 1);

    /// <summary>Python: <c>uniform(low, high)</c>.</summary>
    public double NextUniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Python: <c>shuffle(items)</c>.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = (int)NextBelow(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>The next 32 bits.</summary>
    public uint NextUInt32()
    {
        if (_index >= Length)
        {
            Twist();
        }

        uint y = _state[_index++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    private void Seed(uint[] key)
    {
        unchecked
        {
            _state[0] = 19650218;
            for (int n = 1; n < Length; n++)
            {
                _state[n] = (1812433253 * (_state[n - 1] ^ (_state[n - 1] >> 30))) + (uint)n;
            }

            int i = 1, j = 0;
            for (int n = Math.Max(Length, key.Length); n > 0; n--)
            {
                _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1664525)) + key[j] + (uint)j;
                i = Next(i);
                j = j + 1 == key.Length ? 0 : j + 1;
            }

            for (int n = Length - 1; n > 0; n--)
            {
                _state[i] = (_state[i] ^ ((_state[i - 1] ^ (_state[i - 1] >> 30)) * 1566083941)) - (uint)i;
                i = Next(i);
            }
        }

        _state[0] = UpperBit;
        _index = Length;
    }

    private int Next(int i)
    {
        if (i + 1 < Length)
        {
            return i + 1;
        }

        _state[0] = _state[Length - 1];
        return 1;
    }

    private void Twist()
    {
        for (int n = 0; n < Length; n++)
        {
            uint y = (_state[n] & UpperBit) | (_state[(n + 1) % Length] & ~UpperBit);
            _state[n] = _state[(n + Period) % Length] ^ (y >> 1) ^ ((y & 1) == 0 ? 0 : 0x9908B0DFu);
        }

        _index = 0;
    }
}
