using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>Shape of a tensor: its rank is known, any dimension may be unknown (<c>-1</c>, written <c>null</c>; Python's <c>None</c>).</summary>
/// <remarks>Converts from tuples, numbers and collections: <c>(28, 28, 1)</c>, <c>(null, 16)</c>, <c>784</c>, <c>[null, 3, 4]</c>.</remarks>
[CollectionBuilder(typeof(TensorShape), nameof(Create))]
public sealed class TensorShape : IEquatable<TensorShape>, IEnumerable<int?>
{
    private readonly int[] _dims;

    /// <summary>The shape <c>()</c> of a single number.</summary>
    public static readonly TensorShape Scalar = new([]);

    /// <summary>Makes a shape of dimensions; -1 is unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is less than -1.</exception>
    public TensorShape(params ReadOnlySpan<int> dims)
    {
        foreach (var d in dims)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(d, -1, nameof(dims));
        }

        _dims = dims.ToArray();
    }

    /// <summary>Makes a shape of dimensions in an array, for languages without spans; -1 is unknown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is less than -1.</exception>
    public TensorShape(int[]? dims)
        : this(dims.AsSpan())
    {
    }

    /// <summary>Number of dimensions.</summary>
    public int Rank => _dims.Length;

    /// <summary>Number of dimensions; the same as <see cref="Rank"/>, for <c>shape[^1]</c>.</summary>
    public int Count => _dims.Length;

    /// <summary>The dimensions; -1 is unknown.</summary>
    public ReadOnlySpan<int> Dims => _dims;

    /// <summary>True when every dimension is known.</summary>
    public bool IsFullyDefined => !_dims.AsSpan().Contains(-1);

    /// <summary>Number of elements, or -1 when a dimension is unknown.</summary>
    public long Size
    {
        get
        {
            var size = 1L;
            foreach (var d in _dims)
            {
                if (d < 0)
                {
                    return -1;
                }

                size = checked(size * d);
            }

            return size;
        }
    }

    /// <summary>A dimension; -1 is unknown.</summary>
    public int this[int axis] => (uint)axis < (uint)_dims.Length
        ? _dims[axis]
        : throw new ArgumentOutOfRangeException(nameof(axis), $"Axis {axis} is out of range for shape {this}. Expected 0 to {Rank - 1}.");

    /// <summary>A part of the shape, as in <c>shape[1..]</c>.</summary>
    public TensorShape Slice(int start, int length) => new(_dims.AsSpan(start, length));

    /// <summary>Makes a shape from a collection expression.</summary>
    public static TensorShape Create(ReadOnlySpan<int?> dims)
    {
        var values = new int[dims.Length];
        for (var i = 0; i < dims.Length; i++)
        {
            values[i] = dims[i] ?? -1;
        }

        return new TensorShape(values);
    }

    /// <summary>This shape followed by another.</summary>
    public TensorShape Concat(TensorShape other) => new([.. _dims, .. other._dims]);

    /// <summary>This shape with one dimension replaced.</summary>
    public TensorShape With(int axis, int dim)
    {
        var dims = (int[])_dims.Clone();
        dims[axis] = dim;
        return new TensorShape(dims);
    }

    /// <summary>This shape with a dimension inserted before <paramref name="axis"/>.</summary>
    public TensorShape Insert(int axis, int dim) => new([.. _dims.AsSpan(0, axis), dim, .. _dims.AsSpan(axis)]);

    /// <summary>This shape without one dimension.</summary>
    public TensorShape Remove(int axis) => new([.. _dims.AsSpan(0, axis), .. _dims.AsSpan(axis + 1)]);

    /// <summary>The dimensions as an array; -1 is unknown.</summary>
    public int[] ToArray() => (int[])_dims.Clone();

    /// <summary>Turns an axis that may be negative into one from 0 to rank-1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The axis is outside the shape.</exception>
    public int Axis(int axis) => axis >= -Rank && axis < Rank
        ? (axis < 0 ? axis + Rank : axis)
        : throw new ArgumentOutOfRangeException(nameof(axis), $"Axis {axis} is out of range for shape {this}. Expected {-Rank} to {Rank - 1}.");

    /// <summary>True when the shapes can be the same: equal ranks, and dimensions equal or unknown.</summary>
    public bool IsCompatibleWith(TensorShape other)
    {
        if (Rank != other.Rank)
        {
            return false;
        }

        for (var i = 0; i < Rank; i++)
        {
            if (_dims[i] != other._dims[i] && _dims[i] >= 0 && other._dims[i] >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Python's way of writing it: <c>(None, 28, 28)</c>.</summary>
    public override string ToString() =>
        "(" + string.Join(", ", _dims.Select(d => d < 0 ? "None" : d.ToString())) + (Rank == 1 ? ",)" : ")");

    /// <inheritdoc/>
    public bool Equals(TensorShape? other) => other is not null && _dims.AsSpan().SequenceEqual(other._dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TensorShape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var d in _dims)
        {
            hash.Add(d);
        }

        return hash.ToHashCode();
    }

    /// <summary>The dimensions; <c>null</c> is unknown.</summary>
    public IEnumerator<int?> GetEnumerator() => _dims.Select(d => d < 0 ? (int?)null : d).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equal rank and dimensions.</summary>
    public static bool operator ==(TensorShape? a, TensorShape? b) => a is null ? b is null : a.Equals(b);

    /// <summary>Different rank or dimensions.</summary>
    public static bool operator !=(TensorShape? a, TensorShape? b) => !(a == b);

    /// <summary>A shape of one dimension.</summary>
    public static implicit operator TensorShape(int dim) => new(dim);

    /// <summary>A shape of known dimensions.</summary>
    public static implicit operator TensorShape(int[] dims) => new(dims);

    /// <summary>A shape of two dimensions.</summary>
    public static implicit operator TensorShape((int? A, int? B) s) => Create([s.A, s.B]);

    /// <summary>A shape of three dimensions.</summary>
    public static implicit operator TensorShape((int? A, int? B, int? C) s) => Create([s.A, s.B, s.C]);

    /// <summary>A shape of four dimensions.</summary>
    public static implicit operator TensorShape((int? A, int? B, int? C, int? D) s) => Create([s.A, s.B, s.C, s.D]);

    /// <summary>A shape of five dimensions.</summary>
    public static implicit operator TensorShape((int? A, int? B, int? C, int? D, int? E) s) => Create([s.A, s.B, s.C, s.D, s.E]);
}
