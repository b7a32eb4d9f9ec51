using System.Text.Json.Serialization;

namespace KerasNet.Benchmarks;

/// <summary>One line of a run, on either side.</summary>
internal sealed record Measurement(
    [property: JsonPropertyName("workload")] string Workload,
    [property: JsonPropertyName("metric")] string Metric,
    [property: JsonPropertyName("value")] double Value,
    [property: JsonPropertyName("unit")] string Unit,
    [property: JsonPropertyName("config")] string Config);
