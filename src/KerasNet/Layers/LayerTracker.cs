using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KerasNet.Metrics;

namespace KerasNet.Layers;

/// <summary>Finds the layers, variables and metrics that a layer holds in fields, as Python Keras does when they are assigned.</summary>
internal static class LayerTracker
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> _fields = new();

    public static IEnumerable<Layer> Layers(object owner) => Values(owner).SelectMany(v => v switch
    {
        Layer layer => [layer],
        IEnumerable<Layer> layers => layers,
        _ => [],
    });

    public static IEnumerable<KerasVariable> Variables(object owner) => Values(owner).SelectMany(v => v switch
    {
        KerasVariable variable => [variable],
        IEnumerable<KerasVariable> variables => variables,
        _ => Enumerable.Empty<KerasVariable>(),
    });

    public static IEnumerable<Metric> Metrics(object owner) => Values(owner).SelectMany(v => v switch
    {
        Metric metric => [metric],
        IEnumerable<Metric> metrics => metrics,
        _ => Enumerable.Empty<Metric>(),
    });

    /// <summary>The fields that hold layers, under the names of their properties, or of themselves with the line in front.</summary>
    public static IEnumerable<(string Name, object Value)> Named(object owner) => _fields.GetOrAdd(owner.GetType(), FieldsOf)
        .Select(f => (Name: f.Name.StartsWith('<') ? f.Name[1..f.Name.IndexOf('>', StringComparison.Ordinal)] : f.Name, Value: f.GetValue(owner)))
        .Where(f => f.Value is Layer or IEnumerable<Layer>).Select(f => (f.Name, f.Value!));

    private static IEnumerable<object> Values(object owner) => _fields.GetOrAdd(owner.GetType(), FieldsOf).Select(f => f.GetValue(owner)).OfType<object>();

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A field that trimming removed is one that nothing reads.")]
    private static FieldInfo[] FieldsOf(Type type)
    {
        var fields = new List<FieldInfo>();
        for (var t = type; t is not null && t != typeof(Layer) && t != typeof(Model); t = t.BaseType)
        {
            fields.InsertRange(0, t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(f => !f.IsDefined(typeof(NotTrackedAttribute)) && (typeof(Layer).IsAssignableFrom(f.FieldType)
                    || typeof(IEnumerable<Layer>).IsAssignableFrom(f.FieldType)
                    || typeof(Metric).IsAssignableFrom(f.FieldType)
                    || typeof(IEnumerable<Metric>).IsAssignableFrom(f.FieldType)
                    || typeof(KerasVariable).IsAssignableFrom(f.FieldType)
                    || typeof(IEnumerable<KerasVariable>).IsAssignableFrom(f.FieldType))));
        }

        return [.. fields];
    }
}
