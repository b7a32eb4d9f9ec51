namespace KerasNet.Training;

/// <summary>What is told after each epoch.</summary>
/// <param name="Epoch">Which one, from 0.</param>
/// <param name="Epochs">How many there are.</param>
/// <param name="Logs">Loss and metrics.</param>
public sealed record EpochProgress(int Epoch, int Epochs, Logs Logs);
