namespace KerasNet.TensorFlow.Sessions;

/// <summary>Decides whether an executable runs on its caller's thread or on TensorFlow's pool: times a few runs each way after the first ones and keeps the faster.</summary>
/// <remarks>Small graphs lose more to thread hand-off than they win. No number depends on the choice.</remarks>
internal sealed class ThreadChoice
{
    private const int WarmUp = 2;
    private const int Timed = 8;
    private readonly Lock _lock = new();
    private readonly long[] _best = [long.MaxValue, long.MaxValue];
    private int _started;
    private int _measured;
    private int _decided;

    /// <summary>The choice: null while it is open.</summary>
    public bool? OnCallersThread => Volatile.Read(ref _decided) switch { 1 => true, 2 => false, _ => null };

    /// <summary>Fixes the choice.</summary>
    public void Fix(bool onCallersThread) => Volatile.Write(ref _decided, onCallersThread ? 1 : 2);

    /// <summary>The way of the next run.</summary>
    public Way Next()
    {
        var decided = Volatile.Read(ref _decided);
        if (decided != 0)
        {
            return new Way(decided == 1, false);
        }

        var number = Interlocked.Increment(ref _started) - 1;
        return number < WarmUp ? new Way(number != 0, false) : new Way(number % 2 == 0, true);
    }

    /// <summary>Notes how long a run took.</summary>
    public void Took(Way way, long ticks)
    {
        if (!way.IsTimed)
        {
            return;
        }

        lock (_lock)
        {
            ref var best = ref _best[way.OnCallersThread ? 0 : 1];
            best = Math.Min(best, ticks);
            if (++_measured == Timed)
            {
                Fix(_best[0] <= _best[1]);
            }
        }
    }

    /// <summary>How one run goes.</summary>
    internal readonly record struct Way(bool OnCallersThread, bool IsTimed);
}
