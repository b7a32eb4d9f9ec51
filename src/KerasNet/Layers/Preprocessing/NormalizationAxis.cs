using System.Runtime.CompilerServices;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Axes of <see cref="Normalization"/>: the last one by default, several, or null for none. Converts from a number, a tuple, a collection.</summary>
[CollectionBuilder(typeof(NormalizationAxis), nameof(Create))]
public readonly record struct NormalizationAxis : IConfigNull, IConfigValue, IEnumerable<int>
{
    private readonly int[]? _axes;

    private NormalizationAxis(int[] axes) => _axes = axes;

    /// <summary>The axes; negative ones count from the end.</summary>
    public IReadOnlyList<int> Axes => _axes ?? [-1];

    object? IConfigValue.ConfigValue => Axes;

    /// <summary>Makes axes from a collection expression.</summary>
    public static NormalizationAxis Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => Axes.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(NormalizationAxis other) => Axes.SequenceEqual(other.Axes);

    /// <inheritdoc/>
    public override int GetHashCode() => Axes.Aggregate(0, HashCode.Combine);

    /// <summary>One axis.</summary>
    public static implicit operator NormalizationAxis(int axis) => new([axis]);

    /// <summary>Several axes; null: none.</summary>
    public static implicit operator NormalizationAxis(int[]? axes) => new(axes is null ? [] : [.. axes]);

    /// <summary>Two axes.</summary>
    public static implicit operator NormalizationAxis((int A, int B) axes) => new([axes.A, axes.B]);
}
