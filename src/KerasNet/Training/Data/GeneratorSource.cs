namespace KerasNet;

/// <summary>Batches of a generator, in its order. One enumerator goes on from epoch to epoch until it ends.</summary>
internal sealed class GeneratorSource(IEnumerable<Batch> batches) : BatchSource
{
    private IEnumerator<Batch>? _running;
    private Batch? _peeked;

    internal override int? Count(int? batchSize) => null;

    internal override Batch Peek(int? batchSize)
    {
        if (_peeked is null)
        {
            _running ??= batches.GetEnumerator();
            _peeked = _running.MoveNext()
                ? _running.Current
                : throw new ArgumentException("The generator gave no batch: there is nothing to train on.");
        }

        return _peeked;
    }

    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle)
    {
        _running ??= batches.GetEnumerator();
        while (true)
        {
            if (_peeked is { } first)
            {
                _peeked = null;
                yield return new BatchRef(first, default);
            }
            else if (_running.MoveNext())
            {
                yield return new BatchRef(_running.Current, default);
            }
            else
            {
                // The next epoch starts anew, where the generator can.
                _running.Dispose();
                _running = null;
                yield break;
            }
        }
    }
}
