namespace KerasNet.Conformance.Calls;

/// <summary>There is no such function, class or parameter here: a failure even where Keras raises.</summary>
internal sealed class MissingException(string message) : Exception(message);
