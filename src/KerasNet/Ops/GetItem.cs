namespace KerasNet;

public static partial class Ops
{
    /// <summary>A part of a tensor, as Python's <c>x[…]</c>: positions, ranges, <see cref="NewAxis"/>, <see cref="Ellipsis"/>, <see cref="Step"/>.</summary>
    /// <remarks>Python: <c>keras.ops.get_item</c>. <c>x[.., 0, 1..4]</c> is Python's <c>x[:, 0, 1:4]</c>.</remarks>
    /// <exception cref="ArgumentException">There are more indices than axes, or a position lies outside.</exception>
    public static Tensor GetItem(Tensor x, params TensorIndex[] key) => Run("GetItem", x, t => Strided(t, key), ("key", key));

    /// <summary>A new axis of size 1. Python: <c>None</c> or <c>np.newaxis</c>.</summary>
    public static TensorIndex NewAxis => new(TensorIndex.IndexKind.NewAxis);

    /// <summary>As many whole axes as are left. Python: <c>...</c>.</summary>
    public static TensorIndex Ellipsis => new(TensorIndex.IndexKind.Ellipsis);

    /// <summary>A range with steps; null is the axis's own end. Python: <c>start:end:step</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is 0.</exception>
    public static TensorIndex Step(int? start, int? end, int step) => step != 0
        ? new(TensorIndex.IndexKind.Slice, start, end, step)
        : throw new ArgumentOutOfRangeException(nameof(step), "A slice's step must not be 0.");

    private static Tensor Strided(Tensor x, TensorIndex[] key)
    {
        var (begin, end, step) = (new int[key.Length], new int[key.Length], new int[key.Length]);
        var masks = default(SliceMasks);
        for (var i = 0; i < key.Length; i++)
        {
            var (k, bit) = (key[i], 1 << i);
            (begin[i], end[i], step[i]) = (k.Start ?? 0, k.End ?? 0, k.Step);
            masks = k.Kind switch
            {
                TensorIndex.IndexKind.NewAxis => masks with { NewAxis = masks.NewAxis | bit },
                TensorIndex.IndexKind.Ellipsis when masks.Ellipsis != 0 => throw new ArgumentException("Slice should only have one ellipsis.", nameof(key)),
                TensorIndex.IndexKind.Ellipsis => masks with { Ellipsis = bit },
                TensorIndex.IndexKind.At => masks with { ShrinkAxis = masks.ShrinkAxis | bit },
                _ => masks with { Begin = masks.Begin | (k.Start is null ? bit : 0), End = masks.End | (k.End is null ? bit : 0) },
            };
            end[i] = k.Kind == TensorIndex.IndexKind.At ? begin[i] + 1 : end[i];
        }

        return key.Length == 0 ? x : RawOps.StridedSlice(x, RawOps.Constant(begin), RawOps.Constant(end), RawOps.Constant(step), masks);
    }
}
