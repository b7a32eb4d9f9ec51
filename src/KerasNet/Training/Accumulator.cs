using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>Reads the one vector that a step gives: losses are averaged over the samples so far, metrics are what their state says.</summary>
internal sealed class Accumulator
{
    private readonly Tensor?[] _place = [null];
    private LogSlot[] _slots = [];
    private double[] _sums = [];
    private long _samples;

    public Accumulator(Step step) => Take(step.Slots);

    public Logs Logs { get; private set; } = new();

    /// <summary>Runs a step on a batch and takes its values.</summary>
    public void Run(FeedBuffers feed)
    {
        var step = feed.Step;
        if (step.LogsNow is { } run)
        {
            var (packed, slots) = LogSlot.Pack(run(feed.Copies), "run eagerly");
            Take(slots);
            Add(packed.AsSpan<float>(), feed.Rows);
            return;
        }

        step.Executable!.Run(feed.Feeds, _place);
        Add(_place[0]!.AsSpan<float>(), feed.Rows);
    }

    /// <summary>Starts anew, the step's metrics with it.</summary>
    public void Reset(Step step)
    {
        Array.Clear(_sums);
        _samples = 0;
        foreach (var metric in step.Metrics())
        {
            metric.ResetState();
        }
    }

    /// <summary>Gives the loss so far to the metric that users see.</summary>
    public void TellLoss(Mean? tracker)
    {
        if (tracker is not null && _slots.Length > 0 && _slots[0] is { Name: "loss", IsAveraged: true })
        {
            tracker.Set(_sums[0], _samples);
        }
    }

    private void Add(ReadOnlySpan<float> values, int rows)
    {
        _samples += rows;
        var at = 0;
        for (var i = 0; i < _slots.Length; i++)
        {
            var slot = _slots[i];
            if (slot.IsAveraged)
            {
                _sums[i] += (double)values[at] * rows;
                Logs.SetAt(i, _sums[i] / _samples);
            }
            else if (slot.IsSingle)
            {
                Logs.SetAt(i, values[at]);
            }
            else
            {
                Logs.SetAt(i, values.Slice(at, slot.Size));
            }

            at += slot.Size;
        }
    }

    private void Take(IReadOnlyList<LogSlot> slots)
    {
        if (slots.SequenceEqual(_slots))
        {
            return;
        }

        _slots = [.. slots];
        _sums = new double[_slots.Length];
        _samples = 0;
        Logs = new Logs();
        foreach (var slot in _slots)
        {
            Logs[slot.Name] = 0;
        }

        _place[0] = Tensor.Allocate(DataType.Float32, _slots.Sum(s => s.Size));
    }
}
