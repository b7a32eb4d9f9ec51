using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace KerasNet.Training;

/// <summary>Fills feeds ahead on another thread, in two sets, while a step runs. Small batches, and a single one, are gathered on the caller's thread: that is faster than a hand-over.</summary>
internal sealed class Prefetcher : IDisposable
{
    private const long ThreadPays = 64 * 1024;
    private readonly IEnumerator<BatchRef> _batches;
    private readonly IReadOnlyDictionary<int, double>? _classWeight;
    private readonly StepChoice _steps;
    private readonly FeedBuffers[] _sets = [new(), new(), new()];
    private readonly BlockingCollection<FeedBuffers>? _ready;
    private readonly BlockingCollection<FeedBuffers>? _free;
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread? _thread;
    private FeedBuffers? _given;
    private ExceptionDispatchInfo? _error;

    public Prefetcher(IEnumerable<BatchRef> batches, StepChoice steps, BatchSource source, int? batchSize, IReadOnlyDictionary<int, double>? classWeight)
    {
        (_batches, _steps, _classWeight) = (batches.GetEnumerator(), steps, classWeight);
        var bytes = (batchSize ?? ArraySource.DefaultBatchSize) * steps.Current.BytesPerSample;
        if (source.Count(batchSize) != 1 && (source is not ArraySource || steps.Current.Host is not null || bytes >= ThreadPays))
        {
            _ready = new BlockingCollection<FeedBuffers>(_sets.Length);
            _free = new BlockingCollection<FeedBuffers>(new ConcurrentQueue<FeedBuffers>(_sets));
            var state = ExecutionContext.Capture();
            _thread = new Thread(() => ExecutionContext.Run(state!, _ => Work(), null)) { IsBackground = true, Name = "KerasNet data" };
            _thread.Start();
        }
    }

    /// <summary>The next batch's feeds, valid until the next call; null at the end.</summary>
    public FeedBuffers? Next()
    {
        if (_thread is null)
        {
            if (!_batches.MoveNext())
            {
                return null;
            }

            _sets[0].Fill(_steps.For(_batches.Current.Data), _batches.Current, _classWeight);
            return _sets[0];
        }

        if (_given is not null)
        {
            _free!.Add(_given);
            _given = null;
        }

        if (_ready!.TryTake(out _given, Timeout.Infinite))
        {
            // A step is traced where steps run, never beside one.
            if (_given.Waiting is { } batch)
            {
                _given.Fill(_steps.For(batch.Data), batch, _classWeight);
            }

            return _given;
        }

        _error?.Throw();
        return null;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _thread?.Join();
        _batches.Dispose();
        _ready?.Dispose();
        _free?.Dispose();
        _stop.Dispose();
    }

    private void Work()
    {
        try
        {
            while (_batches.MoveNext())
            {
                var set = _free!.Take(_stop.Token);
                var (batch, step) = (_batches.Current, _steps.Current);
                if (step.Accepts(batch.Data))
                {
                    set.Fill(step, batch, _classWeight);
                }
                else
                {
                    set.Wait(batch);
                }

                _ready!.Add(set, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The consumer is done.
        }
        catch (Exception e)
        {
            _error = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _ready!.CompleteAdding();
        }
    }
}
