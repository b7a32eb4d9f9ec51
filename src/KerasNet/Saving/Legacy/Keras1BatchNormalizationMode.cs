namespace KerasNet.Saving.Legacy;

/// <summary>Batch normalisation of Keras 1 has modes: 0 is that of today, 1 normalises each sample, 2 takes the batch's statistics also in prediction. Row 9 of loading-traps.md.</summary>
internal static class Keras1BatchNormalizationMode
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName != "BatchNormalization" || !entry.Config.Take("mode", out var mode) || mode.Whole() is null or 0)
        {
            return;
        }

        entry.ClassName = "Keras1BatchNormalization";
        entry.Config["mode"] = mode.Whole();
        entry.Config.Drop("beta_init", "gamma_init");
    }
}
