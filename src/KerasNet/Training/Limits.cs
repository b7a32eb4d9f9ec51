namespace KerasNet.Training;

/// <summary>The limits that the settings put on every run: MaxEpochs and MaxStepsPerEpoch. A run that is cut short says so.</summary>
internal static class Limits
{
    public static int Epochs(int epochs)
    {
        if (Keras.Config.MaxEpochs is not { } limit || limit >= epochs)
        {
            return epochs;
        }

        Console.Error.WriteLine($"Limiting epochs to {limit}, as Keras.Config.MaxEpochs says; null there lifts the limit.");
        return limit;
    }

    /// <summary>The steps that were asked for, or fewer; null is as many as the data has.</summary>
    public static int? Steps(int? steps, BatchSource source, int? batchSize)
    {
        if (Keras.Config.MaxStepsPerEpoch is not { } limit || limit >= (steps ?? source.Count(batchSize) ?? int.MaxValue))
        {
            return steps;
        }

        Console.Error.WriteLine($"Limiting the steps of an epoch to {limit}, as Keras.Config.MaxStepsPerEpoch says; null there lifts the limit.");
        return limit;
    }
}
