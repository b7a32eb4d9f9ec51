using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Checks what layers that give indices or rows are asked for.</summary>
internal static class LookupMode
{
    /// <summary>A mode of lookup layers; older names become today's.</summary>
    public static string Of(string mode) => mode switch
    {
        "binary" => "multi_hot",
        "tf-idf" => "tf_idf",
        _ => Require.OneOf(mode, ["int", "one_hot", "multi_hot", "count", "tf_idf"], "outputMode"),
    };

    /// <summary>Sparse results are dense here: one line says so.</summary>
    public static bool Sparse(Layer layer, bool sparse, string mode)
    {
        if (!sparse)
        {
            return false;
        }

        if (mode == "int")
        {
            throw new ArgumentException($"`sparse` may only be true if `output_mode` is `'one_hot'`, `'multi_hot'`, `'count'` or `'tf_idf'`. Received: sparse=True and output_mode={mode}.");
        }

        Console.Error.WriteLine($"Layer '{layer.Name}': sparse=true gives a dense tensor here, of the same values. Leave it out to be rid of this line.");
        return true;
    }
}
