using System.Text.Json.Nodes;
using KerasNet.Training;

namespace KerasNet.Saving;

/// <summary>Metrics of a compiled model, as files hold them.</summary>
internal static class MetricSpecConfig
{
    public static JsonNode? Of(MetricSpec? spec) => spec switch
    {
        null => null,
        { ByName: { } byName } => new JsonObject(byName.Select(p => KeyValuePair.Create(p.Key, Of(p.Value)))),
        { List: { } list } => new JsonArray([.. list.Select(Of)]),
        { Name: { } name } => name,
        { Metric: { } metric } => metric.GetType() == typeof(Metrics.MeanMetricWrapper)
            ? throw new NotSupportedException($"Metric '{metric.Name}' is a C# function, which cannot be saved. Compile again after loading.")
            : ObjectSerializer.Serialize(metric),
        _ => null,
    };
}
