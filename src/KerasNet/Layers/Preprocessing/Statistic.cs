using System.Runtime.CompilerServices;
using KerasNet.Saving;
using NumSharp;

namespace KerasNet.Layers;

/// <summary>A known mean or variance of <see cref="Normalization"/>: a number, or one for each element of its axes. Converts from numbers, arrays, collections.</summary>
[CollectionBuilder(typeof(Statistic), nameof(Create))]
public sealed class Statistic : IConfigValue, IEnumerable<double>
{
    private Statistic(Tensor values) => Values = values;

    /// <summary>The numbers.</summary>
    public Tensor Values { get; }

    object? IConfigValue.ConfigValue => Nested(0, 0);

    /// <summary>Numbers of a collection expression.</summary>
    public static Statistic Create(ReadOnlySpan<double> values) => new(Tensor.Create(values, values.Length));

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => Enumerable.Range(0, (int)Values.Size).Select(i => NumberReader.At(Values, i)).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", this)}]";

    private object Nested(int axis, long start)
    {
        if (axis == Values.Rank)
        {
            return NumberReader.At(Values, start);
        }

        var stride = Values.Shape[(axis + 1)..].Size;
        return Enumerable.Range(0, Values.Shape[axis]).Select(i => Nested(axis + 1, start + (i * stride))).ToArray();
    }

    /// <summary>One number for all.</summary>
    public static implicit operator Statistic(double value) => new(Tensor.Create([value], TensorShape.Scalar));

    /// <summary>Numbers.</summary>
    public static implicit operator Statistic(double[] values) => new(Tensor.From(values));

    /// <summary>Numbers.</summary>
    public static implicit operator Statistic(float[] values) => new(Tensor.From(values));

    /// <summary>Numbers of two axes.</summary>
    public static implicit operator Statistic(double[][] values) => new(Tensor.From(values));

    /// <summary>Numbers of an array.</summary>
    public static implicit operator Statistic(NDArray values) => new(values);

    /// <summary>Numbers of a value tensor.</summary>
    public static implicit operator Statistic(Tensor values) => new(values);
}
