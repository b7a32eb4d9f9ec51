namespace KerasNet.Internal;

/// <summary>A second name of a class, as Keras has it: <c>MaxPool2D</c> for MaxPooling2D. In files, summaries and automatic names it is its base class.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class OtherNameAttribute : Attribute;
