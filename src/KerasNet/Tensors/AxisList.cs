using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>One axis or several of a constraint or loss. Converts from a number and from collections: <c>axis: 1</c>, <c>axis: [0, 1]</c>; a negative axis counts from the end.</summary>
[CollectionBuilder(typeof(AxisList), nameof(Create))]
public sealed class AxisList : IReadOnlyList<int>, Saving.IConfigValue
{
    private readonly int[] _axes;
    private readonly bool _single;

    private AxisList(int[] axes, bool single = false) => (_axes, _single) = (axes, single);

    object? Saving.IConfigValue.ConfigValue => _single ? _axes[0] : _axes;

    /// <summary>Number of axes.</summary>
    public int Count => _axes.Length;

    /// <summary>An axis.</summary>
    public int this[int index] => _axes[index];

    /// <summary>Makes axes from a collection expression.</summary>
    public static AxisList Create(ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>The axes in order.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_axes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One axis.</summary>
    public static implicit operator AxisList(int axis) => new([axis], single: true);

    /// <summary>Several axes.</summary>
    public static implicit operator AxisList(int[] axes) => new([.. axes]);
}
