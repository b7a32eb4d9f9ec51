namespace KerasNet.Saving;

/// <summary>A value that files hold as another one: a learning rate as a number or a schedule, a single axis as a number.</summary>
internal interface IConfigValue
{
    object? ConfigValue { get; }
}
