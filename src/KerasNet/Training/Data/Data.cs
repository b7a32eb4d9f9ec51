using System.Collections;
using System.Runtime.CompilerServices;
using KerasNet.Training;
using NumSharp;

namespace KerasNet;

/// <summary>What Fit, Evaluate and Predict take: an array of any usual form, a list of them (<c>[x1, x2]</c>), or a dictionary by name.</summary>
[CollectionBuilder(typeof(Data), nameof(Create))]
public sealed class Data : IEnumerable<Data>
{
    private readonly DataColumn[] _columns;

    private Data(DataColumn[] columns, string[]? names = null, bool isList = false) => (_columns, Names, IsList) = (columns, names, isList);

    internal IReadOnlyList<DataColumn> Columns => _columns;

    internal IReadOnlyList<string>? Names { get; }

    internal bool IsList { get; }

    internal static Data Of(IReadOnlyList<DataColumn> columns, IReadOnlyList<string>? names = null) => new([.. columns], names is null ? null : [.. names], columns.Count != 1);

    /// <summary>Several arrays in order.</summary>
    public static Data Create(ReadOnlySpan<Data> items)
    {
        var columns = new List<DataColumn>();
        foreach (var item in items)
        {
            columns.AddRange(item._columns);
        }

        return new Data([.. columns], isList: true);
    }

    /// <inheritdoc/>
    public IEnumerator<Data> GetEnumerator() => _columns.Select(c => new Data([c])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Data of any .NET array; the first axis is the samples.</summary>
    public static Data From(Array array) => new([DataColumn.Of(Tensor.From(array))]);

    /// <summary>Data of a span, with its shape.</summary>
    public static Data From<T>(ReadOnlySpan<T> values, TensorShape shape)
        where T : unmanaged => new([DataColumn.Of(Tensor.Create(values, shape))]);

    /// <summary>A NumSharp array, read where it lies.</summary>
    public static implicit operator Data(NDArray array) => new([DataColumn.Of(array)]);

    /// <summary>A value tensor.</summary>
    public static implicit operator Data(Tensor tensor) => new([DataColumn.Of(tensor)]);

    /// <summary>A .NET array.</summary>
    public static implicit operator Data(Array array) => From(array);

    /// <summary>A list of numbers.</summary>
    public static implicit operator Data(List<float> values) => From(values.ToArray());

    /// <summary>A list of numbers.</summary>
    public static implicit operator Data(List<double> values) => From(values.ToArray());

    /// <summary>A list of numbers.</summary>
    public static implicit operator Data(List<int> values) => From(values.ToArray());

    /// <summary>A list of texts.</summary>
    public static implicit operator Data(List<string> values) => From(values.ToArray());

    /// <summary>Several arrays.</summary>
    public static implicit operator Data(NDArray[] arrays) => new([.. arrays.Select(DataColumn.Of)], isList: true);

    /// <summary>Several tensors.</summary>
    public static implicit operator Data(Tensor[] tensors) => new([.. tensors.Select(DataColumn.Of)], isList: true);

    /// <summary>Several arrays by name.</summary>
    public static implicit operator Data(Dictionary<string, NDArray> arrays) => new([.. arrays.Values.Select(DataColumn.Of)], [.. arrays.Keys], isList: true);

    /// <summary>Several tensors by name.</summary>
    public static implicit operator Data(Dictionary<string, Tensor> tensors) => new([.. tensors.Values.Select(DataColumn.Of)], [.. tensors.Keys], isList: true);

    /// <summary>Several data by name.</summary>
    public static implicit operator Data(Dictionary<string, Data> items) => new([.. items.Values.SelectMany(d => d._columns)], [.. items.Keys], isList: true);

    /// <summary>The prediction of a model.</summary>
    public static implicit operator Data(Arrays arrays) => new([.. arrays.Tensors.Select(DataColumn.Of)], isList: arrays.Count > 1);
}
