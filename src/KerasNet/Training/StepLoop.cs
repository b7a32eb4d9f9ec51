namespace KerasNet.Training;

/// <summary>Batches of an epoch, several at a time where stepsPerExecution says so: callbacks are called around each group.</summary>
internal sealed class StepLoop(Prefetcher feeds, int? steps, int together, CancellationToken cancellationToken)
{
    private FeedBuffers? _next;
    private int _done;

    /// <summary>Number of the group's first batch, from 0.</summary>
    public int First { get; private set; }

    /// <summary>Number of the group's last batch.</summary>
    public int Last => _done - 1;

    /// <summary>Takes the first batch of a group; false when there is none.</summary>
    public bool Begin()
    {
        cancellationToken.ThrowIfCancellationRequested();
        First = _done;
        _next = steps is { } most && _done >= most ? null : feeds.Next();
        return _next is not null;
    }

    /// <summary>Runs the group.</summary>
    public void Run(Action<FeedBuffers> step)
    {
        for (var i = 1; _next is not null; i++)
        {
            step(_next);
            _done++;
            _next = i < together && (steps is not { } most || _done < most) ? feeds.Next() : null;
        }
    }
}
