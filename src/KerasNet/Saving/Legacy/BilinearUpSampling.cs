namespace KerasNet.Saving.Legacy;

/// <summary>Bilinear upsampling moved by half a pixel when Keras became tf.keras 2. Row 28 of loading-traps.md.</summary>
internal static class BilinearUpSampling
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName == "UpSampling2D" && entry.Origin is { IsBeforeTensorFlow: true, Backend: "tensorflow" or null } && entry.Config.Text("interpolation") == "bilinear")
        {
            entry.ClassName = "Keras2BilinearUpSampling2D";
            entry.Config.Remove("interpolation");
        }
    }
}
