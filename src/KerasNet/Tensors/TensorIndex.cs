namespace KerasNet;

/// <summary>One index of <c>tensor[…]</c>: a position, a range, <c>Ops.NewAxis</c>, <c>Ops.Ellipsis</c> or <c>Ops.Step(start, end, step)</c>.</summary>
public readonly struct TensorIndex : IEquatable<TensorIndex>
{
    internal enum IndexKind
    {
        Slice,
        At,
        NewAxis,
        Ellipsis,
    }

    internal TensorIndex(IndexKind kind, int? start = null, int? end = null, int step = 1) =>
        (Kind, Start, End, Step) = (kind, start, end, step);

    internal IndexKind Kind { get; }

    internal int? Start { get; }

    internal int? End { get; }

    internal int Step { get; }

    /// <summary>One position, which drops the axis; negative counts from the end.</summary>
    public static implicit operator TensorIndex(int index) => new(IndexKind.At, index);

    /// <summary>One position, which drops the axis.</summary>
    public static implicit operator TensorIndex(Index index) => new(IndexKind.At, index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>A range, which keeps the axis.</summary>
    public static implicit operator TensorIndex(Range range) => new(
        IndexKind.Slice,
        range.Start is { IsFromEnd: false, Value: 0 } ? null : range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
        range.End is { IsFromEnd: true, Value: 0 } ? null : range.End.IsFromEnd ? -range.End.Value : range.End.Value);

    /// <inheritdoc/>
    public bool Equals(TensorIndex other) => (Kind, Start, End, Step) == (other.Kind, other.Start, other.End, other.Step);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TensorIndex other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Start, End, Step);

    /// <summary>Same index.</summary>
    public static bool operator ==(TensorIndex a, TensorIndex b) => a.Equals(b);

    /// <summary>Other index.</summary>
    public static bool operator !=(TensorIndex a, TensorIndex b) => !a.Equals(b);
}
