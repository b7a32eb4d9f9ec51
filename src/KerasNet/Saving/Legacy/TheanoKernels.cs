namespace KerasNet.Saving.Legacy;

/// <summary>Theano turns convolution kernels by 180 degrees, all other backends do not. Kernels with the output first are put behind. Row 10 of loading-traps.md.</summary>
internal static class TheanoKernels
{
    private static readonly HashSet<string> _classes = ["Conv1D", "Conv2D", "Conv3D", "Conv2DTranspose", "Conv3DTranspose", "ConvLSTMCell"];

    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        if (!_classes.Contains(leaf.Layer.ClassName) || arrays.Count == 0 || origin.Major > 2)
        {
            return null;
        }

        var kernels = leaf.Layer.ClassName.StartsWith("ConvLSTM", StringComparison.Ordinal) ? 2 : 1;
        var changed = arrays.Select((a, i) => i < kernels ? Kernel(leaf, i, a, origin) : a).ToList();
        return changed.SequenceEqual(arrays) ? null : changed;
    }

    private static LegacyWeight Kernel(LegacyLeaf leaf, int index, LegacyWeight kernel, KerasOrigin origin)
    {
        var wanted = index < leaf.Variables.Count ? leaf.Variables[index].Shape : kernel.Shape;
        if (kernel.Shape != wanted && kernel.Shape.Rank == 4)
        {
            kernel = WeightConversions.Map(kernel, t => Ops.Transpose(t, [3, 2, 0, 1])) is var turned && turned.Shape == wanted ? turned
                : WeightConversions.Map(kernel, t => Ops.Transpose(t, [2, 3, 1, 0]));
        }

        return origin.TurnsKernels ? WeightConversions.Map(kernel, t => Ops.Flip(t, [.. Enumerable.Range(0, t.Rank - 2)])) : kernel;
    }
}
