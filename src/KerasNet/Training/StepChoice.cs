namespace KerasNet.Training;

/// <summary>The step for the batches of a run: where their sizes change, it is traced once more, with these sizes unknown.</summary>
internal sealed class StepChoice(Step first, Func<Batch, Step> trace)
{
    private volatile Step _current = first;

    /// <summary>The step of the last batch.</summary>
    public Step Current => _current;

    /// <summary>The step for a batch.</summary>
    public Step For(Batch batch)
    {
        var step = _current;
        return step.Accepts(batch) ? step : _current = trace(batch);
    }
}
