namespace KerasNet.Saving.Legacy;

/// <summary>CuDNNLSTM and CuDNNGRU are LSTM and GRU with fixed activations; their weights are converted with the file. Row 24 of loading-traps.md.</summary>
internal static class CudnnLayers
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName is not ("CuDNNLSTM" or "CuDNNGRU"))
        {
            return;
        }

        var config = entry.Config;
        config["recurrent_activation"] = "sigmoid";
        config["activation"] = "tanh";
        if (entry.ClassName == "CuDNNGRU")
        {
            config["reset_after"] = true;
        }

        entry.ClassName = entry.ClassName[5..];
    }
}
