using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KerasNet.Internal;

namespace KerasNet.Saving;

/// <summary>How a class stands in a file: its constructor's parameters, each with the property that holds it and its name there. Worked out once per type.</summary>
internal sealed class ConfigShape
{
    private static readonly ConcurrentDictionary<Type, ConfigShape> _shapes = new();

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Own types are rooted, others are registered with their constructors.")]
    private ConfigShape(Type type)
    {
        Constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).FirstOrDefault()
            ?? throw new ArgumentException($"{type.Name} cannot be saved: it has no public constructor.");
        Parameters = [.. Constructor.GetParameters().Select(p => new ConfigParameter(p, FindProperty(type, p)))];
    }

    public ConstructorInfo Constructor { get; }

    public IReadOnlyList<ConfigParameter> Parameters { get; }

    public static ConfigShape Of(Type type) => _shapes.GetOrAdd(type, static t => new ConfigShape(t));

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Own types are rooted, others are registered with their properties.")]
    private static PropertyInfo? FindProperty(Type type, ParameterInfo parameter)
    {
        if (parameter.IsDefined(typeof(NotInConfigAttribute)))
        {
            return null;
        }

        var name = char.ToUpperInvariant(parameter.Name![0]) + parameter.Name[1..];
        return type.GetProperties().FirstOrDefault(p => p.GetCustomAttribute<ConfigNameAttribute>()?.Name == AutoName.ToSnakeCase(parameter.Name))
            ?? type.GetProperties().FirstOrDefault(p => p.Name == name)
            ?? throw new ArgumentException($"{type.Name} cannot be saved: constructor parameter '{parameter.Name}' has no property '{name}'. Add public … {name} {{ get; }} = {parameter.Name}.");
    }
}
