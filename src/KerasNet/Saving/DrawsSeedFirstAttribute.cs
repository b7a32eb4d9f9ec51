namespace KerasNet.Saving;

/// <summary>A class that draws its missing seed before those of its initializers. From a config the initializers are made first, so the seed is drawn ahead for it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DrawsSeedFirstAttribute : Attribute;
