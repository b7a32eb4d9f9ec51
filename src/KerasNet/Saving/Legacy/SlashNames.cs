namespace KerasNet.Saving.Legacy;

/// <summary>Names with a slash, which separates layers in paths today: <c>conv1/bn</c> becomes <c>conv1_bn</c>. Row 23 of loading-traps.md.</summary>
internal static class SlashNames
{
    public static void Apply(LayerEntry entry)
    {
        // The key that callers use stays; the layer's own name changes.
        if (entry.Config.Text("name") is { } name && name.Contains('/', StringComparison.Ordinal))
        {
            entry.Config["name"] = Plain(name);
        }
    }

    public static string Plain(string name) => name.Replace('/', '_');
}
