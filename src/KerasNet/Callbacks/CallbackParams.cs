namespace KerasNet.Callbacks;

/// <summary>What a callback knows of a run.</summary>
/// <param name="Epochs">Number of epochs.</param>
/// <param name="Steps">Steps of an epoch; null while unknown.</param>
/// <param name="Verbose">0: silent, 1: progress bar, 2: a line for each epoch.</param>
public sealed record CallbackParams(int Epochs, int? Steps, int Verbose);
