namespace KerasNet.Training;

/// <summary>The batches of each epoch of a training. With stepsPerEpoch the data goes on where the last epoch ended.</summary>
internal sealed class EpochBatches(BatchSource source, FitOptions options) : IDisposable
{
    private IEnumerator<BatchRef>? _endless;

    public IEnumerable<BatchRef> Next()
    {
        if (options.StepsPerEpoch is not { } steps)
        {
            return source.Epoch(options.BatchSize, options.Shuffle);
        }

        _endless ??= Endless().GetEnumerator();
        return Take(steps);
    }

    public void Dispose() => _endless?.Dispose();

    private IEnumerable<BatchRef> Take(int count)
    {
        for (var i = 0; i < count && _endless!.MoveNext(); i++)
        {
            yield return _endless.Current;
        }
    }

    private IEnumerable<BatchRef> Endless()
    {
        while (true)
        {
            var any = false;
            foreach (var batch in source.Epoch(options.BatchSize, options.Shuffle))
            {
                any = true;
                yield return batch;
            }

            if (!any)
            {
                yield break;
            }
        }
    }
}
