using System.Text.Json.Nodes;

namespace KerasNet.Conformance.ModelFiles;

/// <summary>What the Keras that wrote a file made of it when it read it back: meta.json says it beside the fixtures.</summary>
internal static class KerasOwnReload
{
    /// <summary>Why a file need not open: its own Keras could not read it, or computed something else; null where it could.</summary>
    public static string? Failure(ModelCase one)
    {
        var meta = Path.Combine(one.Folder, "meta.json");
        if (one.IsResume || !File.Exists(meta))
        {
            return null;
        }

        var file = one.Name[(one.Name.LastIndexOf(' ') + 1)..];
        var verified = JsonNode.Parse(File.ReadAllText(meta).Replace("NaN", "null", StringComparison.Ordinal))?["verified"]?[file] as JsonValue;
        return verified?.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String when !verified.GetValue<string>().Contains("compile=False: 0", StringComparison.Ordinal) && !verified.GetValue<string>().Contains("e-0", StringComparison.Ordinal) => $"its own Keras cannot read it back: {Short(verified.GetValue<string>())}",
            System.Text.Json.JsonValueKind.Number when verified.GetValue<double>() > 2e-4 => $"its own Keras computes something else after reading it back, by {verified.GetValue<double>():g2}",
            _ => null,
        };
    }

    /// <summary>True for Keras up to 2.2.</summary>
    public static bool IsBefore23(ModelCase one)
    {
        var meta = Path.Combine(one.Folder, "meta.json");
        var version = File.Exists(meta) ? JsonNode.Parse(File.ReadAllText(meta).Replace("NaN", "null", StringComparison.Ordinal))?["versions"]?["keras"]?.ToString() : null;
        return version is not null && (version.StartsWith("1.", StringComparison.Ordinal) || version.StartsWith("2.0", StringComparison.Ordinal) || version.StartsWith("2.1.", StringComparison.Ordinal) || version.StartsWith("2.2", StringComparison.Ordinal));
    }

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;
}
