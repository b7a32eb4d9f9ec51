using System.Globalization;
using System.Text.Json.Nodes;

namespace KerasNet.Saving.Legacy;

/// <summary>Which Keras wrote a file, on which backend.</summary>
/// <param name="Version">As the file says it: <c>1.2.2</c>, <c>2.1.6-tf</c>, <c>3.15.1</c>.</param>
/// <param name="Backend">As the file says it: <c>tensorflow</c>, <c>theano</c>, <c>cntk</c>, <c>jax</c>; null where it says nothing, as Keras 1.</param>
internal sealed record KerasOrigin(string Version, string? Backend)
{
    /// <summary>What this library writes and reads without change.</summary>
    public static readonly KerasOrigin Current = new("3.15.1", "tensorflow");

    /// <summary>1, 2 or 3.</summary>
    public int Major { get; } = int.TryParse(Version.AsSpan(0, Math.Max(0, Version.IndexOf('.'))), NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? Math.Clamp(major, 1, 3)
        : Version.StartsWith('1') ? 1 : Version.StartsWith('2') ? 2 : 3;

    /// <summary>The second part of the version; 0 where it has none.</summary>
    public int Minor { get; } = Version.Split('.') is [_, var minor, ..] && int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>True where convolutions turn their kernels (row 10 of loading-traps.md).</summary>
    public bool TurnsKernels => Backend == "theano" && Major < 3;

    /// <summary>True for Keras before it became tf.keras: up to 2.3, without "-tf" behind the version.</summary>
    public bool IsBeforeTensorFlow => Major < 2 || (Major == 2 && !Version.EndsWith("-tf", StringComparison.Ordinal) && Version.Split('.') is [_, var minor, ..] && minor is "0" or "1" or "2" or "3");

    /// <summary>The origin of a config that does not say it, by the words that it uses.</summary>
    public static KerasOrigin Guess(JsonObject config, string? version, string? backend) =>
        new(version ?? config.Text("keras_version") ?? VersionOf(config), backend ?? config.Text("backend"));

    private static string VersionOf(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? string.Empty;
        return text.Contains("\"W_regularizer\"", StringComparison.Ordinal) || text.Contains("\"border_mode\"", StringComparison.Ordinal) || text.Contains("\"input_dtype\"", StringComparison.Ordinal) || text.Contains("\"dim_ordering\"", StringComparison.Ordinal) ? "1.2.2"
            : text.Contains("\"batch_input_shape\"", StringComparison.Ordinal) ? "2.2.4"
            : "3.15.1";
    }
}
