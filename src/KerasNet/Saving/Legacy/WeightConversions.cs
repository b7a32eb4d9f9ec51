namespace KerasNet.Saving.Legacy;

/// <summary>The conversions of one layer's arrays, one after the other.</summary>
internal static class WeightConversions
{
    private static readonly Func<LegacyLeaf, IReadOnlyList<LegacyWeight>, KerasOrigin, IReadOnlyList<LegacyWeight>?>[] _conversions =
        [Keras1Gates.Convert, Keras1Kernels.Convert, TheanoKernels.Convert, CudnnWeights.Convert, CountedStatistics.Convert];

    /// <summary>The arrays as today's layer holds them; null where none of the conversions had to act.</summary>
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        IReadOnlyList<LegacyWeight>? converted = null;
        foreach (var conversion in _conversions)
        {
            converted = conversion(leaf, converted ?? arrays, origin) ?? converted;
        }

        return converted;
    }

    /// <summary>An array in another form; its values are computed when they are read.</summary>
    public static LegacyWeight Map(LegacyWeight array, Func<Tensor, Tensor> map) => new(array.Name, ShapeOf(array, map), () => map(array.Read()));

    // Kernels are small compared with what reading them twice would cost to avoid; the shape follows from an empty walk of the same function.
    private static TensorShape ShapeOf(LegacyWeight array, Func<Tensor, Tensor> map)
    {
        var graph = new Graphs.Graph();
        using var tracing = graph.Enter();
        return map(graph.Placeholder(DataType.Float32, array.Shape, "array")).Shape;
    }
}
