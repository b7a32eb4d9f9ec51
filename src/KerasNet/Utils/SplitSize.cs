namespace KerasNet;

/// <summary>Size of a part of a data set: a number of samples, or a share of all as a fraction. Converts from both.</summary>
public readonly record struct SplitSize
{
    private SplitSize(double value, bool isShare) => (Value, IsShare) = (value, isShare);

    /// <summary>The number, or the share.</summary>
    public double Value { get; }

    /// <summary>True for a share.</summary>
    public bool IsShare { get; }

    /// <summary>Samples of all.</summary>
    internal int Of(int total, string name) => IsShare
        ? Value is > 0 and < 1 ? (int)Math.Round(Value * total) : throw Bad(total, name)
        : Value > 0 && Value < total ? (int)Value : throw Bad(total, name);

    private ArgumentException Bad(int total, string name) =>
        new($"`{name}` should be either a positive integer smaller than {total}, or a float within the range `[0, 1]`. Received: {name}={Value}.");

    /// <summary>A number of samples.</summary>
    public static implicit operator SplitSize(int samples) => new(samples, false);

    /// <summary>A share of all samples.</summary>
    public static implicit operator SplitSize(double share) => new(share, true);
}
