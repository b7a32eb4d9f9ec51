namespace KerasNet.Saving;

/// <summary>A constructor parameter that stands in the config only when it is not null: what only the newest Keras knows.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class OnlyWhenSetAttribute : Attribute;
