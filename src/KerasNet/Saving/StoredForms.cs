using System.Globalization;
using KerasNet.Hdf5;
using KerasNet.Layers;
using KerasNet.Quantizers;

namespace KerasNet.Saving;

/// <summary>Kernels in few bits in the file of a whole model whose config says floats: Keras 3.15 forgets in its configs that layers inside of attention layers are quantised.</summary>
internal static class StoredForms
{
    /// <summary>How the file's kernel was quantised; null: it is in floats.</summary>
    /// <param name="layer">The layer, in floats.</param>
    /// <param name="floats">Number of its variables.</param>
    /// <param name="stored">Those of the file.</param>
    public static QuantizationConfig? Of(AdaptedLayer layer, int floats, IReadOnlyDictionary<string, Hdf5Dataset> stored)
    {
        if (stored.Count <= floats || !stored.TryGetValue("0", out var first))
        {
            return null;
        }

        var isInteger = StoredTensor.Read(first).DType == DataType.Int8;
        return (stored.Count - floats) switch
        {
            1 when isInteger && StoredTensor.ShapeOf(first) == layer.AdaptedShape => new Int8QuantizationConfig(),
            1 when isInteger => new Int4QuantizationConfig(blockSize: null),
            3 when isInteger && stored.TryGetValue((stored.Count - 1).ToString(CultureInfo.InvariantCulture), out var index) => new Int4QuantizationConfig(blockSize: FirstBlock(StoredTensor.Read(index))),
            6 when !isInteger => new Float8QuantizationConfig(),
            _ => null,
        };
    }

    /// <summary>The rows that belong to the first block.</summary>
    private static int FirstBlock(Tensor index) => Math.Max(1, Enumerable.Range(0, (int)index.Size).TakeWhile(i => NumberReader.At(index, i) == 0).Count());
}
