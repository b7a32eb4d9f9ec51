using System.Collections;
using System.Runtime.CompilerServices;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A number for each spatial axis, or one for all: kernel sizes, pool sizes, strides, dilations. Converts from <c>3</c>, <c>(3, 3)</c> and <c>[3, 3]</c>.</summary>
[CollectionBuilder(typeof(SpatialSizes), nameof(Create))]
public sealed class SpatialSizes : IReadOnlyList<int>, IConfigList
{
    private readonly int[] _sizes;

    private SpatialSizes(int[] sizes) => _sizes = sizes;

    /// <summary>How many numbers there are.</summary>
    public int Count => _sizes.Length;

    /// <summary>The number of an axis.</summary>
    public int this[int index] => _sizes[index];

    IEnumerable<object?> IConfigList.ConfigItems => _sizes.Cast<object?>();

    /// <summary>Makes sizes from a collection expression.</summary>
    public static SpatialSizes Create(ReadOnlySpan<int> sizes) => new(sizes.ToArray());

    /// <summary>The numbers as an array.</summary>
    public int[] ToArray() => [.. _sizes];

    /// <summary>The numbers in order.</summary>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)_sizes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"({string.Join(", ", _sizes)})";

    /// <summary>One number for all axes.</summary>
    public static implicit operator SpatialSizes(int size) => new([size]);

    /// <summary>Numbers for two axes.</summary>
    public static implicit operator SpatialSizes((int A, int B) sizes) => new([sizes.A, sizes.B]);

    /// <summary>Numbers for three axes.</summary>
    public static implicit operator SpatialSizes((int A, int B, int C) sizes) => new([sizes.A, sizes.B, sizes.C]);

    /// <summary>Numbers for as many axes.</summary>
    public static implicit operator SpatialSizes(int[] sizes) => new([.. sizes]);

    /// <summary>A number for each of the axes, all of them at least <paramref name="least"/>.</summary>
    internal SpatialSizes For(int rank, string name, int least = 1)
    {
        int[] sizes = _sizes.Length == 1 ? [.. Enumerable.Repeat(_sizes[0], rank)] : _sizes;
        return sizes.Length == rank && sizes.Min() >= least
            ? new(sizes)
            : throw new ArgumentException($"The `{name}` argument must be one number or a tuple of {rank} numbers, each {least} or more. Received: {name}={this}.", name);
    }
}
