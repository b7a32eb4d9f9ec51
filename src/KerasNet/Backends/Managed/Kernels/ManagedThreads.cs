namespace KerasNet.Backends.Managed;

/// <summary>Runs loops of independent items on the thread pool; small loops and loops inside loops run inline and allocate nothing.</summary>
internal static class ManagedThreads
{
    private const int ChunksPerThread = 4;

    [ThreadStatic]
    private static int t_limit;

    /// <summary>How many threads a loop that starts on this thread may use.</summary>
    public static int Available => t_limit > 0 ? t_limit : Environment.ProcessorCount;

    /// <summary>Runs <paramref name="action"/> over <c>[0, count)</c> in chunks of at least <paramref name="grain"/> items.</summary>
    public static void For<TAction>(int count, int grain, in TAction action) where TAction : struct, IRangeAction
    {
        if (count <= 0)
        {
            return;
        }

        int threads = Available;
        if (threads == 1 || count <= grain)
        {
            action.Run(0, count);
            return;
        }

        int pieces = threads * ChunksPerThread;
        int chunk = Math.Max(Math.Max(grain, 1), (int)(((long)count + pieces - 1) / pieces));
        RangeJob<TAction>.Run(count, chunk, threads, action);
    }

    /// <summary>Items per chunk so that one chunk is about 16,000 units of work, when one item costs <paramref name="cost"/>.</summary>
    public static int Grain(long cost) => (int)Math.Clamp(16384 / Math.Max(cost, 1), 1, 16384);

    /// <summary>Restricts the loops that start on this thread until the result is disposed.</summary>
    public static Restriction Limit(int threads)
    {
        var restriction = new Restriction(t_limit);
        t_limit = threads;
        return restriction;
    }

    internal readonly ref struct Restriction(int previous)
    {
        private readonly int _previous = previous;

        public void Dispose() => t_limit = _previous;
    }
}
