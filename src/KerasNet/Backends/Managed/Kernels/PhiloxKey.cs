namespace KerasNet.Backends.Managed;

/// <summary>Where a stream of Philox 4x32-10 numbers begins: a 64-bit key and a 128-bit counter, low word first.</summary>
internal readonly record struct PhiloxKey(ulong Key, ulong CounterLow, ulong CounterHigh)
{
    private const ulong ScrambleKey = 0x02461e29_3ec8f720;

    /// <summary>What StatelessRandomGetKeyCounter makes of a seed of two integers: they are scrambled by one Philox block.</summary>
    public static PhiloxKey FromSeed(long seed0, long seed1)
    {
        var mix = Philox.Block(ScrambleKey, (ulong)seed0, (ulong)seed1);
        return new PhiloxKey(Pair(mix.X0, mix.X1), 0, Pair(mix.X2, mix.X3));
    }

    /// <summary>The stream after <paramref name="blocks"/> blocks of four numbers.</summary>
    public PhiloxKey Skip(ulong blocks)
    {
        ulong low = unchecked(CounterLow + blocks);
        return this with { CounterLow = low, CounterHigh = unchecked(CounterHigh + (low < blocks ? 1UL : 0UL)) };
    }

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);
}
