namespace KerasNet.TensorFlow.Sessions;

/// <summary>Run states that wait for the next run: one place without a lock for the usual single caller, a stack for concurrent ones.</summary>
internal sealed class RunStates(int feeds, int fetches)
{
    private readonly Stack<RunState> _more = new();
    private RunState? _one;

    public RunState Rent()
    {
        if (Interlocked.Exchange(ref _one, null) is { } state)
        {
            return state;
        }

        lock (_more)
        {
            return _more.TryPop(out var other) ? other : new RunState(feeds, fetches);
        }
    }

    public void Return(RunState state)
    {
        if (Interlocked.CompareExchange(ref _one, state, null) is not null)
        {
            lock (_more)
            {
                _more.Push(state);
            }
        }
    }
}
