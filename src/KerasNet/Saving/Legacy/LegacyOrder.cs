using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>The order of arrays in a group of a legacy file: all trainable ones of the layer and of those inside, then all others. What is frozen counts as not trainable. Row 6 of loading-traps.md.</summary>
internal static class LegacyOrder
{
    /// <summary>The layers of a group with the number of their arrays; trainable parts come first, in this order, then the others.</summary>
    /// <param name="layer">The layer of the group.</param>
    /// <param name="counts">Arrays that the file holds for a layer's own variables.</param>
    public static (IReadOnlyList<(LegacyLeaf Leaf, int Count)> Trainable, IReadOnlyList<(LegacyLeaf Leaf, int Count)> Others) Of(Layer layer, Func<Layer, (int Trainable, int Others)> counts)
    {
        var leaves = new Dictionary<Layer, LegacyLeaf>();
        LegacyLeaf Leaf(Layer l)
        {
            var (trainable, others) = counts(l);
            return leaves.TryGetValue(l, out var known) ? known : leaves[l] = new LegacyLeaf(l, trainable, others);
        }

        IEnumerable<(LegacyLeaf, int)> Trainable(Layer l) => !l.Trainable ? [] : [(Leaf(l), Leaf(l).Trainable), .. Inner(l).SelectMany(Trainable)];
        IEnumerable<(LegacyLeaf, int)> Others(Layer l) => l.Trainable || IsModel(l)
            ? [.. l.Trainable ? [] : Inner(l).SelectMany(Trainable), (Leaf(l), Leaf(l).NonTrainable), .. Inner(l).SelectMany(Others)]
            : [(Leaf(l), Leaf(l).Trainable), (Leaf(l), Leaf(l).NonTrainable), .. Inner(l).SelectMany(i => Trainable(i).Concat(Others(i)))];
        return ([.. Trainable(layer).Where(p => p.Item2 > 0)], [.. Others(layer).Where(p => p.Item2 > 0)]);
    }

    private static bool IsModel(Layer layer) => layer is Model;

    private static IReadOnlyList<Layer> Inner(Layer layer) => layer.SubLayers;
}
