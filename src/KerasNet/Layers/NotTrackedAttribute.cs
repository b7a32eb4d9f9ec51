namespace KerasNet.Layers;

/// <summary>A field whose layers and variables are not part of the layer that holds it.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class NotTrackedAttribute : Attribute;
