using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>Reads the one vector that a step gives: losses are averaged over the samples so far, metrics are what their state says.</summary>
internal sealed class Accumulator
{
    private readonly StepOutputs _outputs;
    private readonly double[] _sums;
    private readonly Tensor _packed;
    private long _samples;

    public Accumulator(StepOutputs outputs)
    {
        _outputs = outputs;
        _sums = new double[outputs.LossNames.Length];
        foreach (var name in outputs.LossNames.Concat(outputs.MetricNames))
        {
            Logs[name] = 0;
        }

        _packed = Tensor.Allocate(DataType.Float32, Logs.Count);
        Place = [_packed];
    }

    public Logs Logs { get; } = new();

    /// <summary>Where the step writes.</summary>
    public Tensor?[] Place { get; }

    public void Add(int rows)
    {
        var values = _packed.AsSpan<float>();
        _samples += rows;
        for (var i = 0; i < values.Length; i++)
        {
            if (i < _sums.Length)
            {
                _sums[i] += (double)values[i] * rows;
                Logs.SetAt(i, _sums[i] / _samples);
            }
            else
            {
                Logs.SetAt(i, values[i]);
            }
        }
    }

    public void Reset()
    {
        Array.Clear(_sums);
        _samples = 0;
        foreach (var metric in _outputs.Metrics)
        {
            metric.ResetState();
        }
    }
}
