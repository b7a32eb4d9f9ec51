using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>Locally connected layers of Keras 2 with implementation 2 hold a kernel from every place of the input to every place of the output, mostly unused. Row 9 of loading-traps.md.</summary>
internal static class LocalKernels
{
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        if (leaf.Layer is not LocallyConnected local || arrays.Count == 0 || arrays[0].Shape == leaf.Variables[0].Shape)
        {
            return null;
        }

        var kernel = arrays[0];
        return local.DataFormat == "channels_last" && kernel.Shape.Rank == (2 * local.KernelSize.Count) + 2
            ? [new LegacyWeight(kernel.Name, leaf.Variables[0].Shape, () => Used(kernel.Read(), local, leaf.Variables[0].Shape)), .. arrays.Skip(1)]
            : throw new NotSupportedException($"Layer '{local.Name}': the kernel of implementation {local.Implementation} with {local.DataFormat} is not supported. Save the model with implementation=1.");
    }

    /// <summary>(inputs…, channels, outputs…, filters) to (places, window · channels, filters).</summary>
    private static Tensor Used(Tensor all, LocallyConnected local, TensorShape shape)
    {
        var rank = local.KernelSize.Count;
        var inputs = all.Shape.Dims[..rank].ToArray();
        var outputs = all.Shape.Dims[(rank + 1)..^1].ToArray();
        var (channels, filters) = (all.Shape[rank], all.Shape[^1]);
        var from = Ops.Cast(all, DataType.Float32).AsSpan<float>();
        var to = new float[shape.Size];
        var places = outputs.Aggregate(1, (a, b) => a * b);
        var window = local.KernelSize.Aggregate(1, (a, b) => a * b);
        for (var place = 0; place < places; place++)
        {
            for (var w = 0; w < window; w++)
            {
                var (position, restPlace, restWindow, stride) = (0, place, w, 1);
                for (var axis = rank - 1; axis >= 0; axis--)
                {
                    position += ((restPlace % outputs[axis] * local.Strides[axis]) + (restWindow % local.KernelSize[axis])) * stride;
                    (restPlace, restWindow, stride) = (restPlace / outputs[axis], restWindow / local.KernelSize[axis], stride * inputs[axis]);
                }

                for (var c = 0; c < channels; c++)
                {
                    from.Slice((((position * channels) + c) * places + place) * filters, filters).CopyTo(to.AsSpan((((place * window) + w) * channels + c) * filters));
                }
            }
        }

        return Tensor.Create<float>(to, shape);
    }
}
