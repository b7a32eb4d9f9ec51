namespace KerasNet.Saving.Legacy;

/// <summary>Recurrent layers of Keras 1 hold each gate on its own: LSTM i, c, f, o as W, U, b each; GRU z, r, h. Row 9 of loading-traps.md.</summary>
internal static class Keras1Gates
{
    private static readonly int[] _lstm = [0, 2, 1, 3];     // i, f, c, o of today from i, c, f, o
    private static readonly int[] _gru = [0, 1, 2];

    public static IReadOnlyList<LegacyWeight>? Convert(LegacyLeaf leaf, IReadOnlyList<LegacyWeight> arrays, KerasOrigin origin)
    {
        if (origin.Major > 1)
        {
            return null;
        }

        var isConvolution = leaf.Layer.ClassName.StartsWith("ConvLSTM", StringComparison.Ordinal);
        var gates = leaf.Layer.ClassName switch
        {
            "LSTM" or "LSTMCell" or "ConvLSTMCell" when arrays.Count == 12 => _lstm,
            "GRU" or "GRUCell" when arrays.Count == 9 => _gru,
            _ => null,
        };
        if (gates is null)
        {
            return null;
        }

        return [.. Enumerable.Range(0, 3).Select(part => Join(gates.Select(g => arrays[(3 * g) + part]).Select(a => isConvolution && part < 2 ? Keras1Kernels.ToToday(leaf.Layer, a) : a).ToList()))];
    }

    private static LegacyWeight Join(List<LegacyWeight> parts)
    {
        var shape = parts[0].Shape.Dims.ToArray();
        shape[^1] *= parts.Count;
        return new LegacyWeight(parts[0].Name, new TensorShape(shape), () => Ops.Concatenate([.. parts.Select(p => p.Read())], -1));
    }
}
