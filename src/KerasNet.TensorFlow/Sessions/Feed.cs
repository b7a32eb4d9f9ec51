namespace KerasNet.TensorFlow.Sessions;

/// <summary>An input that the session is fed, and whether with a copy.</summary>
internal readonly record struct Feed(int Input, bool Copied);
