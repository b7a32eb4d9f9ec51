using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>What is added or cut before and after each spatial axis. Converts from <c>1</c>, <c>(1, 2)</c> and <c>((1, 2), (3, 4))</c>.</summary>
public sealed class SpatialMargins : IConfigList
{
    private readonly int[][] _margins;

    private SpatialMargins(params int[][] margins) => _margins = margins;

    IEnumerable<object?> IConfigList.ConfigItems => _margins.Length == 1 ? _margins[0].Cast<object?>() : _margins;

    /// <inheritdoc/>
    public override string ToString() => _margins.Length == 1 ? Text(_margins[0]) : $"({string.Join(", ", _margins.Select(Text))})";

    /// <summary>The same number everywhere.</summary>
    public static implicit operator SpatialMargins(int margin) => new([margin]);

    /// <summary>Before and after the only axis, or both sides of the first and of the second.</summary>
    public static implicit operator SpatialMargins((int A, int B) margins) => new([margins.A, margins.B]);

    /// <summary>Both sides of each of three axes.</summary>
    public static implicit operator SpatialMargins((int A, int B, int C) margins) => new([margins.A, margins.B, margins.C]);

    /// <summary>Before and after each of two axes.</summary>
    public static implicit operator SpatialMargins(((int Before, int After) A, (int Before, int After) B) margins) =>
        new([margins.A.Before, margins.A.After], [margins.B.Before, margins.B.After]);

    /// <summary>Before and after each of three axes.</summary>
    public static implicit operator SpatialMargins(((int Before, int After) A, (int Before, int After) B, (int Before, int After) C) margins) =>
        new([margins.A.Before, margins.A.After], [margins.B.Before, margins.B.After], [margins.C.Before, margins.C.After]);

    /// <summary>As the tuple of these numbers.</summary>
    public static implicit operator SpatialMargins(int[] margins) => new([.. margins]);

    /// <summary>As the tuple of these pairs.</summary>
    public static implicit operator SpatialMargins(int[][] margins) => new([.. margins.Select(m => m.ToArray())]);

    /// <summary>A pair for each of the axes.</summary>
    internal SpatialMargins For(int rank, string name)
    {
        var pairs = _margins switch
        {
            [[var all]] => [.. Enumerable.Range(0, rank).Select(_ => new[] { all, all })],
            [[_, _]] when rank == 1 => _margins,
            [var sides] when sides.Length == rank => [.. sides.Select(side => new[] { side, side })],
            _ => _margins,
        };
        return pairs.Length == rank && pairs.All(p => p.Length == 2 && p.Min() >= 0)
            ? new(pairs)
            : throw new ArgumentException($"The `{name}` argument must be a number, a tuple of {(rank == 1 ? 2 : rank)} numbers{(rank == 1 ? "" : $" or {rank} pairs")}, none of them negative. Received: {name}={this}.", name);
    }

    /// <summary>The pairs of a whole shape: nothing for batch and channels.</summary>
    internal (int Before, int After)[] Around(string dataFormat)
    {
        var spatial = _margins.Select(m => (m[0], m[1]));
        return dataFormat == "channels_first" ? [(0, 0), (0, 0), .. spatial] : [(0, 0), .. spatial, (0, 0)];
    }

    private static string Text(int[] numbers) => numbers.Length == 1 ? $"{numbers[0]}" : $"({string.Join(", ", numbers)})";
}
