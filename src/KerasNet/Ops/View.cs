namespace KerasNet;

public static partial class Ops
{
    /// <summary>The same bytes as another type; the last axis grows or shrinks with the elements' size.</summary>
    /// <remarks>Python: <c>keras.ops.view</c>.</remarks>
    /// <exception cref="ArgumentException">The bytes of the last axis are not a multiple of the new size.</exception>
    public static Tensor View(Tensor x, DataType? dtype = null) => Run(
        "View",
        x,
        t =>
        {
            var type = dtype ?? t.DType;
            var (from, to) = (t.DType.Size(), type.Size());
            if (from == to)
            {
                return t.DType == type ? t : RawOps.Bitcast(t, type);
            }

            var last = t.Rank == 0 ? -1 : t.Shape[^1];
            if (t.Rank == 0 || (last >= 0 && last * from % to != 0))
            {
                throw new ArgumentException($"Cannot view array of shape {t.Shape} and dtype {t.DType.Name()} as dtype {type.Name()} because the total number of bytes is not divisible by the new itemsize.", nameof(dtype));
            }

            var dims = RawOps.DimsOf(t);
            if (from > to)
            {
                dims[^1] = RawOps.Mul(dims[^1], RawOps.Scalar(from / to));
                return RawOps.Reshape(RawOps.Bitcast(t, type), RawOps.Dims(dims), t.Shape.With(t.Rank - 1, last < 0 ? -1 : last * (from / to)));
            }

            dims[^1] = RawOps.FloorDiv(dims[^1], RawOps.Scalar(to / from));
            return RawOps.Bitcast(RawOps.Reshape(t, RawOps.Dims([.. dims, RawOps.Scalar(to / from)]), t.Shape.With(t.Rank - 1, last < 0 ? -1 : last / (to / from)).Concat(new TensorShape(to / from))), type);
        },
        ("dtype", dtype));
}
