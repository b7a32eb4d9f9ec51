namespace KerasNet.Hdf5;

/// <summary>How far a file is trusted. The defaults suit files from strangers.</summary>
public sealed record Hdf5Limits
{
    /// <summary>The limits that apply when none are given.</summary>
    public static Hdf5Limits Default { get; } = new();

    /// <summary>The most bytes that one packed (gzip, lzf) dataset may unpack to; 1 GiB unless raised. Data that is not packed is bounded by the file's own length.</summary>
    public long MaxUnpackedBytes { get; init; } = 1L << 30;

    /// <summary>How many groups may lie within one another; 64 unless raised.</summary>
    public int MaxDepth { get; init; } = 64;
}
