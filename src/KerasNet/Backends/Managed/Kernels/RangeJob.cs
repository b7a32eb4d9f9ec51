using System.Runtime.ExceptionServices;

namespace KerasNet.Backends.Managed;

/// <summary>
/// One parallel loop. The caller works too, so the loop ends even when the pool is busy. Tickets and their limit share one
/// word: a worker that comes late, when the job already serves another loop, either takes a valid ticket of that loop or none.
/// </summary>
internal sealed class RangeJob<TAction> : IThreadPoolWorkItem where TAction : struct, IRangeAction
{
    private static RangeJob<TAction>? s_free;

    private readonly object _gate = new();
    private TAction _action;
    private int _count;
    private int _chunk;
    private int _remaining;
    private long _tickets;
    private ExceptionDispatchInfo? _error;

    public static void Run(int count, int chunk, int threads, in TAction action)
    {
        var job = Interlocked.Exchange(ref s_free, null) ?? new RangeJob<TAction>();
        int chunks = (count + chunk - 1) / chunk;
        job._action = action;
        job._count = count;
        job._chunk = chunk;
        job._error = null;
        Volatile.Write(ref job._remaining, chunks);
        Interlocked.Exchange(ref job._tickets, (long)chunks << 32);

        for (int i = Math.Min(threads, chunks) - 1; i > 0; i--)
        {
            ThreadPool.UnsafeQueueUserWorkItem(job, preferLocal: false);
        }

        job.Execute();
        job.Wait();
        var error = job._error;
        job._action = default; // it may hold tensors, which a waiting job must not keep
        job._error = null;
        Volatile.Write(ref s_free, job);
        error?.Throw();
    }

    public void Execute()
    {
        using var inline = ManagedThreads.Limit(1);
        while (true)
        {
            long ticket = Interlocked.Increment(ref _tickets) - 1;
            int index = (int)ticket;
            if (index >= (int)(ticket >> 32))
            {
                return;
            }

            Chunk(index);
            if (Interlocked.Decrement(ref _remaining) == 0)
            {
                lock (_gate)
                {
                    Monitor.PulseAll(_gate);
                }
            }
        }
    }

    private void Wait()
    {
        for (int spins = 0; spins < 200 && Volatile.Read(ref _remaining) > 0; spins++)
        {
            Thread.SpinWait(20);
        }

        lock (_gate)
        {
            while (Volatile.Read(ref _remaining) > 0)
            {
                Monitor.Wait(_gate);
            }
        }
    }

    private void Chunk(int index)
    {
        int start = index * _chunk;
        try
        {
            _action.Run(start, Math.Min(start + _chunk, _count));
        }
#pragma warning disable CA1031 // Whatever the action throws is thrown again on the caller's thread.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _error = ExceptionDispatchInfo.Capture(exception);
        }
    }
}
