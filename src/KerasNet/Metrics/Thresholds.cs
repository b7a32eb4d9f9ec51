using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet.Metrics;

/// <summary>One threshold or several, each from 0 to 1. Converts from a number and from collections: <c>thresholds: 0.7</c>, <c>thresholds: [0.2, 0.8]</c>.</summary>
[CollectionBuilder(typeof(Thresholds), nameof(Create))]
public sealed class Thresholds : IEnumerable<double>, Saving.IConfigValue
{
    private readonly double[] _values;
    private readonly bool _single;

    private Thresholds(double[] values, bool single = false)
    {
        (_values, _single) = (values, single);
        if (Array.Exists(values, v => v is not (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(values), $"Threshold values must be in [0, 1]. Received: {string.Join(", ", values)}.");
        }
    }

    object? Saving.IConfigValue.ConfigValue => _single ? _values[0] : _values;

    /// <summary>Makes thresholds from a collection expression.</summary>
    public static Thresholds Create(ReadOnlySpan<double> values) => new(values.ToArray());

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)_values).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One threshold.</summary>
    public static implicit operator Thresholds(double value) => new([value], single: true);

    /// <summary>Several thresholds.</summary>
    public static implicit operator Thresholds(double[] values) => new(values);
}
