namespace KerasNet.Conformance.Records;

/// <summary>A result is not Keras's.</summary>
internal sealed class MismatchException(string message) : Exception(message);
