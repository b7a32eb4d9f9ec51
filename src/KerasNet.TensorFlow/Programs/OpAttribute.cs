namespace KerasNet.TensorFlow.Programs;

/// <summary>An attribute that an op of this library takes.</summary>
/// <param name="Name">TensorFlow's name.</param>
/// <param name="Default">TensorFlow's default, which files leave out; for a required one any value of its type.</param>
/// <param name="IsRequired">Whether files must have it.</param>
internal sealed record OpAttribute(string Name, object Default, bool IsRequired = false);
