namespace KerasNet.TensorFlow.Programs;

/// <summary>What a SavedModel may ask for, so that a hostile one ends in an error.</summary>
internal static class ProgramLimits
{
    /// <summary>Functions that call each other.</summary>
    public const int Depth = 100;

    /// <summary>Ops of one run of a signature, those of functions counted each time that they are called. Bodies of loops count once.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Elements of one tensor.</summary>
    public const long Elements = 1L << 28;

    /// <summary>Elements of all tensors together that are computed while a program is read.</summary>
    public const long Constants = 1L << 29;

    /// <exception cref="InvalidDataException">The tensor would be too large.</exception>
    public static void CheckElements(TensorShape shape)
    {
        var count = 1L;
        foreach (var dimension in shape.Dims)
        {
            count = dimension <= 0 ? count : count <= Elements / dimension ? count * dimension
                : throw new InvalidDataException($"a tensor of shape {shape} has more than {Elements} elements.");
        }
    }
}
