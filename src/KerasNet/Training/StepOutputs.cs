using KerasNet.Losses;
using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>Losses and metrics of a compiled model, resolved for its outputs: made once, when the first step is traced.</summary>
internal sealed class StepOutputs
{
    private readonly string[] _outputs;
    private readonly Loss?[] _losses;
    private readonly double[]? _lossWeights;
    private readonly List<(int Output, string Name, Metric Metric, bool Weighted)> _metrics = [];

    public StepOutputs(CompileOptions options, IReadOnlyList<string> outputs, IReadOnlyList<Tensor?> targets, Tensors predictions)
    {
        _outputs = [.. outputs];
        _losses = options.Loss?.Resolve(outputs) ?? new Loss?[outputs.Count];
        _lossWeights = options.LossWeights?.Resolve(outputs);
        var expanded = Expand(targets);
        Add(options.Metrics, weighted: false, expanded, predictions);
        Add(options.WeightedMetrics, weighted: true, expanded, predictions);
    }

    /// <summary>Metrics of Compile, in its order.</summary>
    public IEnumerable<Metric> Metrics => _metrics.Select(m => m.Metric);

    /// <summary>The metric that stands under a name in the logs; null: none.</summary>
    public Metric? Find(string name) => _metrics.Find(m => m.Name == name).Metric;

    /// <summary>The weighted sum of the outputs' losses, and each by name where there are several. Null: no output has a loss.</summary>
    public (Tensor? Total, List<(string Name, Tensor Loss)> Each) Loss(IReadOnlyList<Tensor?> targets, Tensors predictions, IReadOnlyList<Tensor?> weights)
    {
        var each = new List<(string Name, Tensor Loss)>();
        Tensor? total = null;
        var count = 0;
        targets = Expand(targets);
        for (var i = 0; i < _losses.Length; i++)
        {
            if (_losses[i] is not { } loss)
            {
                continue;
            }

            CheckTarget(loss, targets, predictions, i);
            var value = loss.Apply(Target(targets, predictions, i), predictions[i], weights.Count == 0 ? null : weights[i]);
            // Outputs of one layer have one name, and one line in the logs.
            each.RemoveAll(e => e.Name == _outputs[i] + "_loss");
            each.Add((_outputs[i] + "_loss", value));
            count++;
            var weighted = _lossWeights is not null && _lossWeights[i] != 1 ? value * _lossWeights[i] : value;
            total = total is null ? weighted : total + weighted;
        }

        return (total, count > 1 ? each : []);
    }

    /// <summary>Takes the batch into the metrics.</summary>
    public void Update(IReadOnlyList<Tensor?> targets, Tensors predictions, IReadOnlyList<Tensor?> weights)
    {
        targets = Expand(targets);
        foreach (var (output, _, metric, weighted) in _metrics)
        {
            metric.UpdateState(Target(targets, predictions, output), predictions[output], weighted && weights.Count > 0 ? weights[output] : null);
        }
    }

    /// <summary>The metrics' results by name, in the order in which Keras lists them.</summary>
    public IEnumerable<(string Name, Tensor Result)> Results() => _metrics.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => (m.Name, m.Metric.Result()));

    /// <summary>Targets may be left out for outputs without a loss.</summary>
    private IReadOnlyList<Tensor?> Expand(IReadOnlyList<Tensor?> targets)
    {
        if (targets.Count == _outputs.Length || targets.Count == 0)
        {
            return targets;
        }

        if (targets.Count != _losses.Count(l => l is not null))
        {
            throw new ArgumentException($"The model has {_outputs.Length} output(s) ({string.Join(", ", _outputs)}). Received: {targets.Count} target array(s) of shapes {string.Join(", ", targets.Select(t => t?.Shape))}. Give one for each output, or for each that has a loss.");
        }

        var next = 0;
        return [.. _losses.Select(l => l is null ? null : targets[next++])];
    }

    private Tensor Target(IReadOnlyList<Tensor?> targets, Tensors predictions, int output) => (output < targets.Count ? targets[output] : null)
        ?? throw new ArgumentException($"Output '{_outputs[output]}' of shape {predictions[output].Shape} has a loss or a metric, which compares it with targets. Received: none. Pass y.");

    /// <summary>A loss that compares element by element would broadcast other shapes without a word.</summary>
    private void CheckTarget(Loss loss, IReadOnlyList<Tensor?> targets, Tensors predictions, int output)
    {
        var (target, prediction) = (Target(targets, predictions, output).Shape, predictions[output].Shape);
        if (!loss.ComparesElements)
        {
            return;
        }

        // A last axis of 1 may be missing on one side.
        var common = Math.Min(target.Rank, prediction.Rank);
        var fits = target.Rank == prediction.Rank
            || (target.Rank == prediction.Rank - 1 && prediction[^1] is 1 or < 0)
            || (target.Rank - 1 == prediction.Rank && target[^1] is 1 or < 0);
        for (var axis = 1; axis < common; axis++)
        {
            fits &= target[axis] < 0 || prediction[axis] < 0 || target[axis] == prediction[axis];
        }

        if (!fits)
        {
            throw new ArgumentException($"Loss '{loss.Name}' compares targets with output '{_outputs[output]}' element by element. Expected: targets of shape {prediction}. Received: {target}. Give y that shape, or the last layer as many units as y has columns; for class numbers use a sparse loss.");
        }
    }

    private void Add(MetricSpec? spec, bool weighted, IReadOnlyList<Tensor?> targets, Tensors predictions)
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
                var metric = leaf.Metric ?? Metric.Resolve(leaf.Name!, Target(targets, predictions, i).Shape, predictions[i].Shape);
                _metrics.Add((i, Unique(leaf.Metric?.Name ?? leaf.Name!, i, weighted), metric, weighted));
            }
        }
    }

    /// <summary>A second metric of a name is numbered; one of the weighted metrics is called weighted first.</summary>
    private string Unique(string name, int output, bool weighted)
    {
        string Full(string own) => _outputs.Length > 1 ? $"{_outputs[output]}_{own}" : own;
        bool IsTaken(string full) => _metrics.Exists(m => m.Name == full);
        var full = Full(name);
        if (weighted && IsTaken(full))
        {
            full = Full("weighted_" + name);
        }

        var unique = full;
        for (var i = 1; IsTaken(unique); i++)
        {
            unique = $"{full}_{i}";
        }

        return unique;
    }
}
