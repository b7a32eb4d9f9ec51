using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasNet.Tests.EachLayer;

/// <summary>Shapes of one tensor or several: <c>[2, 3]</c>, <c>[[2, 3], [2, 4]]</c>.</summary>
[CollectionBuilder(typeof(Shapes), nameof(Create))]
public sealed class Shapes : IEnumerable<Shapes.Item>
{
    private readonly Item[] _items;

    private Shapes(Item[] items) => _items = items;

    /// <summary>True for a list of shapes.</summary>
    public bool IsList => _items.Length > 0 && _items[0].Dims is not null;

    public TensorShape[] All => IsList ? Array.ConvertAll(_items, i => new TensorShape(i.Dims)) : [new TensorShape(Array.ConvertAll(_items, i => i.Size))];

    public static Shapes Create(ReadOnlySpan<Item> items) => new(items.ToArray());

    public IEnumerator<Item> GetEnumerator() => ((IEnumerable<Item>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A dimension, or a whole shape.</summary>
    [CollectionBuilder(typeof(Item), nameof(Create))]
    public sealed class Item : IEnumerable<int>
    {
        private Item(int size, int[]? dims) => (Size, Dims) = (size, dims);

        public int Size { get; }

        public int[]? Dims { get; }

        public static Item Create(ReadOnlySpan<int> dims) => new(0, dims.ToArray());

        public static implicit operator Item(int size) => new(size, null);

        public IEnumerator<int> GetEnumerator() => (Dims ?? []).AsEnumerable().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
