using System.Reflection;
using KerasNet.Internal;

namespace KerasNet.Saving;

/// <summary>One constructor parameter, its property and its name in files. Without a property it does not stand in files.</summary>
internal sealed record ConfigParameter(ParameterInfo Parameter, PropertyInfo? Property)
{
    /// <summary>True where null stands for nothing at all.</summary>
    public bool OnlyWhenSet { get; } = Parameter.IsDefined(typeof(OnlyWhenSetAttribute));

    public string Key { get; } = Property?.GetCustomAttribute<ConfigNameAttribute>()?.Name ?? AutoName.ToSnakeCase(char.ToUpperInvariant(Parameter.Name![0]) + Parameter.Name[1..]);
}
