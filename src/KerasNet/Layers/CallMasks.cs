namespace KerasNet.Layers;

/// <summary>Masks that travel with the tensors of a call.</summary>
internal static class CallMasks
{
    /// <summary>Those of the inputs; null where there is none.</summary>
    public static Tensor?[] Of(Tensors inputs)
    {
        var masks = new Tensor?[inputs.Count];
        for (var i = 0; i < masks.Length; i++)
        {
            masks[i] = inputs[i].KerasMask;
        }

        return masks;
    }

    /// <summary>An input that is given back as it came gets an identity of its own, so that its mask is the layer's.</summary>
    public static Tensors Fresh(Tensors outputs, Tensors inputs) =>
        outputs.Any(o => o.KerasMask is not null || inputs.Any(i => ReferenceEquals(i, o)))
            ? outputs.Select(o => o.KerasMask is not null || inputs.Any(i => ReferenceEquals(i, o)) ? RawOps.Identity(o) : o)
            : outputs;

    /// <summary>Gives the outputs their masks: one for all, or one for each.</summary>
    public static void Set(Tensors outputs, IReadOnlyList<Tensor?> masks)
    {
        for (var i = 0; i < outputs.Count; i++)
        {
            outputs[i].KerasMask = masks.Count == 0 ? null : masks.Count == 1 ? masks[0] : masks[i];
        }
    }
}
