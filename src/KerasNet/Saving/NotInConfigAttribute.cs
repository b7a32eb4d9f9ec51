namespace KerasNet.Saving;

/// <summary>A constructor parameter that Keras leaves out of the config: first weights, a choice of kernels.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class NotInConfigAttribute : Attribute;
