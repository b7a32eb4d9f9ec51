using KerasNet.Losses;
using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>Losses and metrics of a compiled model, resolved for its outputs: made once, when the first step is traced.</summary>
internal sealed class StepOutputs
{
    private readonly CompileOptions _options;
    private readonly string[] _outputs;
    private readonly Loss?[] _losses;
    private readonly List<(int Output, string Name, Metric Metric, bool Weighted)> _metrics = [];

    public StepOutputs(CompileOptions options, IReadOnlyList<string> outputs, IReadOnlyList<TensorShape> targets, IReadOnlyList<TensorShape> predictions)
    {
        _options = options;
        _outputs = [.. outputs];
        _losses = options.Loss?.Resolve(outputs) ?? new Loss?[outputs.Count];
        if (options.LossWeights is { } weights && weights.Count != outputs.Count)
        {
            throw new ArgumentException($"lossWeights must have one number for each of the {outputs.Count} outputs. Received: {weights.Count}.");
        }

        Add(options.Metrics, weighted: false, targets, predictions);
        Add(options.WeightedMetrics, weighted: true, targets, predictions);
        var lossCount = _losses.Count(l => l is not null);
        LossNames = ["loss", .. outputs.Count > 1 ? _outputs.Where((_, i) => _losses[i] is not null).Select(o => o + "_loss") : []];
        HasLoss = lossCount > 0;
    }

    public bool HasLoss { get; }

    /// <summary>"loss", then with several outputs that of each.</summary>
    public string[] LossNames { get; }

    public IEnumerable<string> MetricNames => _metrics.Select(m => m.Name);

    public IEnumerable<Metric> Metrics => _metrics.Select(m => m.Metric);

    /// <summary>The weighted losses, one for each output that has one.</summary>
    public (Tensor Total, List<Tensor> Each) Loss(IReadOnlyList<Tensor> targets, Tensors predictions, IReadOnlyList<Tensor?> weights)
    {
        var each = new List<Tensor>();
        Tensor? total = null;
        for (var i = 0; i < _losses.Length; i++)
        {
            if (_losses[i] is not { } loss)
            {
                continue;
            }

            var value = loss.Apply(targets[i], predictions[i], weights[i]);
            each.Add(value);
            var weighted = _options.LossWeights is { } w && w[i] != 1 ? value * w[i] : value;
            total = total is null ? weighted : total + weighted;
        }

        return (total!, each);
    }

    /// <summary>Takes the batch into the metrics and gives their results.</summary>
    public IEnumerable<Tensor> Update(IReadOnlyList<Tensor> targets, Tensors predictions, IReadOnlyList<Tensor?> weights)
    {
        foreach (var (output, _, metric, weighted) in _metrics)
        {
            metric.UpdateState(targets[output], predictions[output], weighted ? weights[output] : null);
            yield return metric.Result();
        }
    }

    private void Add(MetricSpec? spec, bool weighted, IReadOnlyList<TensorShape> targets, IReadOnlyList<TensorShape> predictions)
    {
        if (spec is null)
        {
            return;
        }

        var resolved = spec.Resolve(_outputs);
        for (var i = 0; i < resolved.Length; i++)
        {
            foreach (var leaf in resolved[i])
            {
                var metric = leaf.Metric ?? Metric.Resolve(leaf.Name!, targets[i], predictions[i]);
                var name = leaf.Metric?.Name ?? leaf.Name!;
                _metrics.Add((i, _outputs.Length > 1 ? $"{_outputs[i]}_{name}" : name, metric, weighted));
            }
        }
    }
}
