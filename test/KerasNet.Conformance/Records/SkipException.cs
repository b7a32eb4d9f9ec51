namespace KerasNet.Conformance.Records;

/// <summary>The record cannot be replayed: it needs a function or class that was written in Python, or holds no values.</summary>
internal sealed class SkipException(string reason) : Exception(reason);
