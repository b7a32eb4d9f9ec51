using System.Collections;
using KerasNet.Callbacks;
using KerasNet.Training;

namespace KerasNet;

/// <summary>Loss and metrics of every epoch of a training.</summary>
/// <remarks>Python: <c>keras.callbacks.History</c>, what <c>model.fit</c> returns; <c>history["loss"]</c> is <c>history.history["loss"]</c>.</remarks>
public sealed class History : Callback, IReadOnlyDictionary<string, IReadOnlyList<double>>
{
    private readonly SortedDictionary<string, List<double>> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IReadOnlyList<double>>> _elements = new(StringComparer.Ordinal);
    private readonly List<int> _epochs = [];

    /// <summary>The epochs, from 0.</summary>
    public IReadOnlyList<int> Epoch => _epochs;

    /// <summary>Names, sorted.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>Values by epoch.</summary>
    public IEnumerable<IReadOnlyList<double>> Values => _values.Values;

    /// <summary>Number of names.</summary>
    public int Count => _values.Count;

    /// <summary>Values of a name, one for each epoch.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of the name was recorded.</exception>
    public IReadOnlyList<double> this[string key] => _values.TryGetValue(key, out var values)
        ? values
        : throw new KeyNotFoundException($"'{key}' was not recorded. Recorded: {string.Join(", ", Keys)}.");

    /// <summary>Elements by epoch of a value that is no single number, as a metric for each class gives. Under the name itself stands their mean.</summary>
    /// <exception cref="KeyNotFoundException">Nothing of the name was recorded.</exception>
    public IReadOnlyList<IReadOnlyList<double>> Elements(string key) => _elements.TryGetValue(key, out var values) ? values : [.. this[key].Select(v => (IReadOnlyList<double>)[v])];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out IReadOnlyList<double> value)
    {
        var found = _values.TryGetValue(key, out var values);
        value = values ?? [];
        return found;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, IReadOnlyList<double>>> GetEnumerator() =>
        _values.Select(p => KeyValuePair.Create(p.Key, (IReadOnlyList<double>)p.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override void OnTrainBegin() => _epochs.Clear();

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        _epochs.Add(epoch);
        foreach (var (name, value) in logs)
        {
            if (!_values.TryGetValue(name, out var values))
            {
                _values[name] = values = [];
            }

            values.Add(value);
            if (logs.HasElements(name))
            {
                if (!_elements.TryGetValue(name, out var elements))
                {
                    _elements[name] = elements = [];
                }

                elements.Add([.. logs.Elements(name)]);
            }
        }
    }
}
