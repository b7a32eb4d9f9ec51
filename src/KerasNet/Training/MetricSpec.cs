using System.Collections;
using System.Runtime.CompilerServices;
using KerasNet.Metrics;

namespace KerasNet.Training;

/// <summary>The metrics of a model: a metric, a name, a list (<c>["mae", new Metrics.AUC()]</c>), a list for each output, or a dictionary by output name.</summary>
[CollectionBuilder(typeof(MetricSpec), nameof(Create))]
public sealed class MetricSpec : IEnumerable<MetricSpec>
{
    private readonly MetricSpec[]? _list;
    private readonly IReadOnlyDictionary<string, MetricSpec>? _byName;

    private MetricSpec(Metric? metric, string? name, MetricSpec[]? list, IReadOnlyDictionary<string, MetricSpec>? byName) =>
        (Metric, Name, _list, _byName) = (metric, name, list, byName);

    internal Metric? Metric { get; }

    internal string? Name { get; }

    internal IReadOnlyList<MetricSpec>? List => _list;

    internal IReadOnlyDictionary<string, MetricSpec>? ByName => _byName;

    /// <summary>Several metrics, or one list for each output.</summary>
    public static MetricSpec Create(ReadOnlySpan<MetricSpec> items) => new(null, null, items.ToArray(), null);

    /// <inheritdoc/>
    public IEnumerator<MetricSpec> GetEnumerator() => ((IEnumerable<MetricSpec>)(_list ?? [this])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A metric.</summary>
    public static implicit operator MetricSpec(Metric metric) => new(metric, null, null, null);

    /// <summary>A metric by name; "accuracy" is the one that fits the output.</summary>
    public static implicit operator MetricSpec(string name) => new(null, name, null, null);

    /// <summary>Metrics by output name.</summary>
    public static implicit operator MetricSpec(Dictionary<string, MetricSpec> metrics) => new(null, null, null, metrics);

    /// <summary>Metrics by output name.</summary>
    public static implicit operator MetricSpec(Dictionary<string, string> metrics) => new(null, null, null, metrics.ToDictionary(p => p.Key, p => (MetricSpec)p.Value));

    /// <summary>The same metrics with a state of their own.</summary>
    internal MetricSpec Copied() => new(
        Metric is null ? null : Saving.ObjectSerializer.Copy(Metric), Name,
        _list is null ? null : [.. _list.Select(m => m.Copied())], _byName?.ToDictionary(p => p.Key, p => p.Value.Copied()));

    /// <summary>The leaf specifications of each output.</summary>
    internal IReadOnlyList<MetricSpec>[] Resolve(IReadOnlyList<string> outputs)
    {
        if (_byName is not null)
        {
            var unknown = _byName.Keys.FirstOrDefault(k => !outputs.Contains(k));
            return unknown is null
                ? [.. outputs.Select(o => _byName.TryGetValue(o, out var m) ? m.Leaves() : [])]
                : throw new ArgumentException($"The metrics dictionary has '{unknown}', which is not an output of the model. Outputs: {string.Join(", ", outputs)}.");
        }

        var list = _list ?? [this];
        if (outputs.Count == 1 || !list.Any(m => m._list is not null))
        {
            // As in Keras 3: a flat list goes to the only output, or one by one to several.
            return outputs.Count == 1 ? [Leaves()]
                : list.Length == outputs.Count ? [.. list.Select(m => m.Leaves())]
                : throw new ArgumentException($"For a model with multiple outputs, metrics must be a list with one entry for each output. Received: {list.Length} entries for the outputs {string.Join(", ", outputs)}.");
        }

        return list.Length == outputs.Count
            ? [.. list.Select(m => m.Leaves())]
            : throw new ArgumentException($"For a model with {outputs.Count} outputs, metrics must be a list with one entry for each output. Received: {list.Length} entries.");
    }

    private IReadOnlyList<MetricSpec> Leaves() => _list is null ? [this] : [.. _list.SelectMany(m => m.Leaves())];
}
