namespace KerasNet.Backends.Managed;

/// <summary>Sizes, steps or positions along three spatial axes; one- and two-dimensional windows have 1 (or 0) in the first ones.</summary>
internal readonly record struct Size3(int D, int H, int W)
{
    public static readonly Size3 One = new(1, 1, 1);

    public int Volume => D * H * W;

    /// <summary>One to three values, aligned at the right, the missing ones filled up.</summary>
    public static Size3 From(ReadOnlySpan<int> values, int missing = 1) => values.Length switch
    {
        0 => new(missing, missing, missing),
        1 => new(missing, missing, values[0]),
        2 => new(missing, values[0], values[1]),
        3 => new(values[0], values[1], values[2]),
        _ => throw new ArgumentException($"Expected at most 3 spatial dimensions. Received: {values.Length}."),
    };
}
