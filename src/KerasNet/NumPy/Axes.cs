using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>Several axes of an array, as NumPy takes them: <c>axis: (0, 1)</c> or <c>axis: [0, 1]</c>; a negative axis counts from the end.</summary>
[CollectionBuilder(typeof(Axes), nameof(Create))]
public readonly struct Axes : IEquatable<Axes>
{
    private readonly int[]? _values;

    private Axes(int[] values) => _values = values;

    private ReadOnlySpan<int> Values => _values;

    /// <summary>Makes axes from a collection expression.</summary>
    public static Axes Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>Two axes.</summary>
    public static implicit operator Axes((int, int) axes) => new([axes.Item1, axes.Item2]);

    /// <summary>Three axes.</summary>
    public static implicit operator Axes((int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3]);

    /// <summary>Four axes.</summary>
    public static implicit operator Axes((int, int, int, int) axes) => new([axes.Item1, axes.Item2, axes.Item3, axes.Item4]);

    /// <summary>Any number of axes.</summary>
    public static implicit operator Axes(int[] axes) => new([.. axes]);

    /// <summary>The same axes in the same order.</summary>
    public static bool operator ==(Axes left, Axes right) => left.Equals(right);

    /// <summary>Other axes, or another order.</summary>
    public static bool operator !=(Axes left, Axes right) => !left.Equals(right);

    /// <summary>The axes, one after another.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Values.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Axes other) => Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Axes other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>Python's way of writing it: <c>(0, 1)</c>.</summary>
    public override string ToString() => $"({string.Join(", ", _values ?? [])})";

    /// <summary>The axes as numbers from 0 on, sorted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An axis is outside the array.</exception>
    /// <exception cref="ArgumentException">An axis stands twice.</exception>
    internal int[] Normalize(int rank)
    {
        int[] result = Values.ToArray();
        for (int i = 0; i < result.Length; i++)
        {
            if (result[i] < -rank || result[i] >= rank)
            {
                throw new ArgumentOutOfRangeException(null, $"Axis {result[i]} is out of range for an array of {rank} dimensions. Expected {-rank} to {rank - 1}.");
            }

            result[i] += result[i] < 0 ? rank : 0;
        }

        Array.Sort(result);
        return result.Distinct().Count() == result.Length ? result : throw new ArgumentException($"An axis stands twice in axis={this}. Name each once.");
    }
}
