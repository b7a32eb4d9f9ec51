namespace KerasNet.Saving.Legacy;

/// <summary>CuDNN's recurrent kernels are transposed gate by gate, and it has two biases. Row 24 of loading-traps.md.</summary>
internal static class CudnnWeights
{
    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        if (arrays.Count != 3 || leaf.Variables.Count != 3 || origin.Major > 2 || arrays[2].Shape.Rank != 1)
        {
            return null;
        }

        var units = arrays[1].Shape[0];
        return leaf.Layer.ClassName switch
        {
            "LSTM" or "LSTMCell" when arrays[2].Shape[0] == 8 * units => Lstm(arrays),
            "GRU" or "GRUCell" when arrays[2].Shape[0] == 6 * units => Gru(arrays, leaf.Variables[2].Shape),
            _ => null,
        };
    }

    private static IReadOnlyList<LegacyWeight> Lstm(IReadOnlyList<LegacyWeight> arrays) =>
    [
        WeightConversions.Map(arrays[0], t => Kernels(t, 4, input: true)),
        WeightConversions.Map(arrays[1], t => Kernels(t, 4, input: false)),
        WeightConversions.Map(arrays[2], t => Ops.Sum(Ops.Reshape(t, [2, t.Shape[0] / 2]), 0)),
    ];

    private static IReadOnlyList<LegacyWeight> Gru(IReadOnlyList<LegacyWeight> arrays, TensorShape bias) =>
    [
        WeightConversions.Map(arrays[0], t => Kernels(t, 3, input: true)),
        WeightConversions.Map(arrays[1], t => Kernels(t, 3, input: false)),
        WeightConversions.Map(arrays[2], t => Ops.Reshape(t, bias)),
    ];

    /// <summary>Each gate's kernel: the input's is stored row by row in the other order, the state's is transposed.</summary>
    private static Tensor Kernels(Tensor kernel, int gates, bool input) => Ops.Concatenate(
        [.. Ops.Split(kernel, gates, 1).Select(k => input ? Ops.Transpose(Ops.Reshape(k, [k.Shape[1], k.Shape[0]])) : Ops.Transpose(k))], 1);
}
