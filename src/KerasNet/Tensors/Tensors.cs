using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet;

/// <summary>One or many tensors, by index or name: what a layer takes and gives. Converts from and to a single <see cref="Tensor"/>; deconstructs.</summary>
[CollectionBuilder(typeof(Tensors), nameof(Create))]
public sealed class Tensors : IReadOnlyList<Tensor>
{
    private readonly Tensor[] _items;
    private readonly string[]? _names;

    /// <summary>Tensors in order.</summary>
    public Tensors(IEnumerable<Tensor> items) => _items = [.. items];

    /// <summary>Tensors by name, in the dictionary's order.</summary>
    public Tensors(IReadOnlyDictionary<string, Tensor> items)
    {
        _items = [.. items.Values];
        _names = [.. items.Keys];
    }

    private Tensors(Tensor single)
    {
        _items = [single];
        IsSingle = true;
    }

    /// <summary>Number of tensors.</summary>
    public int Count => _items.Length;

    /// <summary>True for one bare tensor, false for a list of one.</summary>
    public bool IsSingle { get; }

    /// <summary>Names, where the tensors were given by name.</summary>
    public IReadOnlyList<string>? Names => _names;

    /// <summary>The tensor at an index.</summary>
    public Tensor this[int index] => _items[index];

    /// <summary>The tensor of a name.</summary>
    /// <exception cref="KeyNotFoundException">No tensor has the name.</exception>
    public Tensor this[string name] => _names is not null && Array.IndexOf(_names, name) is >= 0 and var i
        ? _items[i]
        : throw new KeyNotFoundException($"No tensor is named '{name}'. Names: {(_names is null ? "none, the tensors are a list" : string.Join(", ", _names))}.");

    /// <summary>Shape of the only tensor.</summary>
    public TensorShape Shape => Single().Shape;

    /// <summary>Element type of the only tensor.</summary>
    public DataType DType => Single().DType;

    /// <summary>Makes tensors from a collection expression.</summary>
    public static Tensors Create(ReadOnlySpan<Tensor> items) => new(items.ToArray());

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">There are several.</exception>
    public Tensor Single() => _items.Length == 1
        ? _items[0]
        : throw new InvalidOperationException($"Expected one tensor. Received: {_items.Length} tensors of shapes {string.Join(", ", _items.Select(t => t.Shape))}. Take one by index, or deconstruct: var (a, b) = …");

    /// <summary>The same structure with every tensor replaced.</summary>
    public Tensors Select(Func<Tensor, Tensor> map)
    {
        var items = Array.ConvertAll(_items, t => map(t));
        return IsSingle ? new Tensors(items[0])
            : _names is null ? new Tensors(items)
            : new Tensors(_names.Zip(items).ToDictionary(p => p.First, p => p.Second));
    }

    /// <summary>Other tensors in the structure of these: one, a list, or by name.</summary>
    internal Tensors Pack(IReadOnlyList<Tensor> items)
    {
        var next = 0;
        return items.Count == Count ? Select(_ => items[next++])
            : throw new ArgumentException($"Expected {Count} tensor(s), as were given. Received: {items.Count}.", nameof(items));
    }

    /// <summary>Two tensors.</summary>
    public void Deconstruct(out Tensor a, out Tensor b) => (a, b) = (At(0, 2), At(1, 2));

    /// <summary>Three tensors.</summary>
    public void Deconstruct(out Tensor a, out Tensor b, out Tensor c) => (a, b, c) = (At(0, 3), At(1, 3), At(2, 3));

    /// <summary>Four tensors.</summary>
    public void Deconstruct(out Tensor a, out Tensor b, out Tensor c, out Tensor d) =>
        (a, b, c, d) = (At(0, 4), At(1, 4), At(2, 4), At(3, 4));

    /// <summary>Five tensors.</summary>
    public void Deconstruct(out Tensor a, out Tensor b, out Tensor c, out Tensor d, out Tensor e) =>
        (a, b, c, d, e) = (At(0, 5), At(1, 5), At(2, 5), At(3, 5), At(4, 5));

    /// <inheritdoc/>
    public IEnumerator<Tensor> GetEnumerator() => ((IEnumerable<Tensor>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Tensor At(int index, int wanted) => Count == wanted
        ? _items[index]
        : throw new InvalidOperationException($"Cannot deconstruct {Count} tensors into {wanted}.");

    /// <summary>One tensor.</summary>
    public static implicit operator Tensors(Tensor tensor) => new(tensor);

    /// <summary>A list of tensors.</summary>
    public static implicit operator Tensors(Tensor[] tensors) => new(tensors);

    /// <summary>A list of tensors.</summary>
    public static implicit operator Tensors(List<Tensor> tensors) => new(tensors);

    /// <summary>The only tensor.</summary>
    public static implicit operator Tensor(Tensors tensors) => tensors.Single();

    /// <summary>Sum of the only tensors.</summary>
    public static Tensor operator +(Tensors a, Tensors b) => Ops.Add(a, b);

    /// <summary>Difference of the only tensors.</summary>
    public static Tensor operator -(Tensors a, Tensors b) => Ops.Subtract(a, b);

    /// <summary>Product of the only tensors.</summary>
    public static Tensor operator *(Tensors a, Tensors b) => Ops.Multiply(a, b);

    /// <summary>Quotient of the only tensors.</summary>
    public static Tensor operator /(Tensors a, Tensors b) => Ops.Divide(a, b);

    /// <summary>Sum of the only tensor and another.</summary>
    public static Tensor operator +(Tensors a, Tensor b) => Ops.Add(a.Single(), b);

    /// <summary>Sum of a tensor and the only other.</summary>
    public static Tensor operator +(Tensor a, Tensors b) => Ops.Add(a, b.Single());

    /// <summary>Difference of the only tensor and another.</summary>
    public static Tensor operator -(Tensors a, Tensor b) => Ops.Subtract(a.Single(), b);

    /// <summary>Difference of a tensor and the only other.</summary>
    public static Tensor operator -(Tensor a, Tensors b) => Ops.Subtract(a, b.Single());

    /// <summary>Product of the only tensor and another.</summary>
    public static Tensor operator *(Tensors a, Tensor b) => Ops.Multiply(a.Single(), b);

    /// <summary>Product of a tensor and the only other.</summary>
    public static Tensor operator *(Tensor a, Tensors b) => Ops.Multiply(a, b.Single());

    /// <summary>Quotient of the only tensor and another.</summary>
    public static Tensor operator /(Tensors a, Tensor b) => Ops.Divide(a.Single(), b);

    /// <summary>Quotient of a tensor and the only other.</summary>
    public static Tensor operator /(Tensor a, Tensors b) => Ops.Divide(a, b.Single());
}
