namespace KerasNet.Saving.Legacy;

/// <summary>LeakyReLU's alpha is negative_slope today; ReLU's numbers may be missing. Row 4 of loading-traps.md.</summary>
internal static class LeakySlope
{
    public static void Apply(LayerEntry entry)
    {
        if (entry.ClassName == "LeakyReLU")
        {
            entry.Config.Rename("alpha", "negative_slope");
        }

        if (entry.ClassName == "ReLU")
        {
            foreach (var key in (string[])["negative_slope", "threshold"])
            {
                if (entry.Config.ContainsKey(key) && entry.Config[key] is null)
                {
                    entry.Config.Remove(key);
                }
            }
        }
    }
}
