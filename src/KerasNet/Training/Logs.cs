using System.Collections;

namespace KerasNet.Training;

/// <summary>Loss and metrics by name, in Keras's order. One instance is filled again for each step: copy what must last.</summary>
public sealed class Logs : IReadOnlyDictionary<string, double>
{
    private readonly List<KeyValuePair<string, double>> _items = [];
    private Dictionary<string, double[]>? _vectors;

    /// <summary>Names in order.</summary>
    public IEnumerable<string> Keys => _items.Select(i => i.Key);

    /// <summary>Values in order.</summary>
    public IEnumerable<double> Values => _items.Select(i => i.Value);

    /// <summary>Number of values.</summary>
    public int Count => _items.Count;

    /// <summary>The loss, and with several outputs that of all together.</summary>
    public double Loss => this["loss"];

    /// <summary>A value by name; setting one adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
    public double this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no '{key}'. There are: {string.Join(", ", Keys)}.");
        set
        {
            _vectors?.Remove(key);
            var i = _items.FindIndex(item => item.Key == key);
            if (i < 0)
            {
                _items.Add(KeyValuePair.Create(key, value));
            }
            else
            {
                _items[i] = KeyValuePair.Create(key, value);
            }
        }
    }

    /// <summary>A value by position.</summary>
    public double this[int index] => _items[index].Value;

    /// <summary>All elements of a value that is no single number, as a metric for each class gives; the value itself is their mean.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
    public IReadOnlyList<double> Elements(string key) => _vectors is not null && _vectors.TryGetValue(key, out var vector) ? vector : [this[key]];

    /// <summary>True where the value of a name is no single number.</summary>
    public bool HasElements(string key) => _vectors?.ContainsKey(key) == true;

    internal ReadOnlySpan<KeyValuePair<string, double>> Span => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_items);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _items.Exists(i => i.Key == key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out double value)
    {
        foreach (var item in _items)
        {
            if (item.Key == key)
            {
                value = item.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, double>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Several values by position: <c>var (loss, accuracy) = model.Evaluate(…)</c>.</summary>
    public void Deconstruct(out double first, out double second) => (first, second) = (this[0], this[1]);

    /// <summary>Several values by position.</summary>
    public void Deconstruct(out double first, out double second, out double third) => (first, second, third) = (this[0], this[1], this[2]);

    /// <summary>The loss.</summary>
    public static implicit operator double(Logs logs) => logs[0];

    internal Logs Copy()
    {
        var copy = new Logs();
        copy._items.AddRange(_items);
        foreach (var (name, vector) in _vectors ?? [])
        {
            (copy._vectors ??= new(StringComparer.Ordinal))[name] = [.. vector];
        }

        return copy;
    }

    /// <summary>Takes a value of another run's logs, under a name.</summary>
    internal void Take(string name, Logs from, string key)
    {
        this[name] = from[key];
        if (from.HasElements(key))
        {
            (_vectors ??= new(StringComparer.Ordinal))[name] = [.. from.Elements(key)];
        }
    }

    internal void SetAt(int index, ReadOnlySpan<float> values)
    {
        var key = _items[index].Key;
        _vectors ??= new(StringComparer.Ordinal);
        if (!_vectors.TryGetValue(key, out var vector) || vector.Length != values.Length)
        {
            _vectors[key] = vector = new double[values.Length];
        }

        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += vector[i] = values[i];
        }

        SetAt(index, sum / Math.Max(1, values.Length));
    }

    internal void SetAt(int index, double value) => _items[index] = KeyValuePair.Create(_items[index].Key, value);
}
