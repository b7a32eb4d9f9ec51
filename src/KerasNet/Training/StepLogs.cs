using System.Collections;

namespace KerasNet;

/// <summary>What a step tells: loss and metrics by name, as tensors, in order.</summary>
/// <remarks>Python: the dictionary that <c>train_step</c> and <c>test_step</c> return: <c>return {"loss": loss}</c> is <c>return new StepLogs { ["loss"] = loss }</c>.</remarks>
public sealed class StepLogs : IEnumerable<KeyValuePair<string, Tensor>>
{
    private readonly List<KeyValuePair<string, Tensor>> _items = [];
    private readonly HashSet<string> _averaged = new(StringComparer.Ordinal);

    /// <summary>Number of values.</summary>
    public int Count => _items.Count;

    /// <summary>Names in order.</summary>
    public IEnumerable<string> Keys => _items.Select(i => i.Key);

    /// <summary>A value by name; setting one adds or replaces it.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name.</exception>
    public Tensor this[string name]
    {
        get => _items.FindIndex(i => i.Key == name) is >= 0 and var at
            ? _items[at].Value
            : throw new KeyNotFoundException($"The step has no '{name}'. It has: {string.Join(", ", Keys)}.");
        set
        {
            _averaged.Remove(name);
            Set(name, value);
        }
    }

    /// <summary>Adds a value.</summary>
    public void Add(string name, Tensor value) => this[name] = value;

    /// <summary>True where there is a value of the name.</summary>
    public bool ContainsKey(string name) => _items.Exists(i => i.Key == name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds the value of one batch, whose mean over the epoch is shown.</summary>
    internal void AddAveraged(string name, Tensor value)
    {
        Set(name, value);
        _averaged.Add(name);
    }

    internal bool IsAveraged(string name) => _averaged.Contains(name);

    private void Set(string name, Tensor value)
    {
        var item = KeyValuePair.Create(name, value);
        var at = _items.FindIndex(i => i.Key == name);
        if (at < 0)
        {
            _items.Add(item);
        }
        else
        {
            _items[at] = item;
        }
    }
}
