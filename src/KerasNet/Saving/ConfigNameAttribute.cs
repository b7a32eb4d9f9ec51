namespace KerasNet.Saving;

/// <summary>The name of a constructor parameter in Keras files, where snake_case of its own name is another: <c>beta_1</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConfigNameAttribute(string name) : Attribute
{
    /// <summary>The name in files.</summary>
    public string Name { get; } = name;
}
