namespace KerasNet;

public static partial class Ops
{
    /// <summary>Matrix product. Leading axes are batches that broadcast; a vector is a row on the left and a column on the right.</summary>
    /// <remarks>Python: <c>keras.ops.matmul</c>, the operator <c>@</c>.</remarks>
    public static Tensor MatMul(Tensor x1, Tensor x2) => Run("Matmul", x1, x2, static (a, b) =>
    {
        if (a.Rank == 0 || b.Rank == 0)
        {
            throw new ArgumentException($"A matrix product needs at least one axis on both sides. Received: shapes {a.Shape} and {b.Shape}. Multiply numbers with *.");
        }

        // Two int8 matrices give int32, as the sums would not fit.
        var result = a.DType == DataType.Int8 && b.DType == DataType.Int8 && a.Rank > 1 && b.Rank > 1 ? DataType.Int32 : DTypePromotion.Of(a, b);
        var compute = result == DataType.Int32 || result.IsFloating() ? result : Keras.Config.FloatX;
        return RawOps.Cast(Product(RawOps.Cast(a, compute), RawOps.Cast(b, compute)), result);
    });

    private static Tensor Product(Tensor a, Tensor b)
    {
        if (a.Rank == 2 && b.Rank == 2)
        {
            return RawOps.MatMul(a, b);
        }

        if (a.Rank == 1)
        {
            var row = Product(RawOps.ExpandDims(a, 0), b);
            return RawOps.Squeeze(row, b.Rank == 1 ? 0 : row.Rank - 2);
        }

        if (b.Rank == 1)
        {
            return RawOps.Squeeze(Product(a, RawOps.ExpandDims(b, 1)), a.Rank - 1);
        }

        return b.Rank == 2 && b.Shape[0] >= 0 ? Rows(a, b) : RawOps.BatchMatMulV2(a, b);
    }

    /// <summary>Many rows by one matrix are one big product, and so is its gradient.</summary>
    private static Tensor Rows(Tensor a, Tensor b)
    {
        if (a.Shape[^1] >= 0 && a.Shape[^1] != b.Shape[0])
        {
            throw new ArgumentException($"The inner dimensions of a matrix product must be equal. Received: shapes {a.Shape} and {b.Shape}.");
        }

        var product = RawOps.MatMul(RawOps.Reshape(a, RawOps.Constant(-1, b.Shape[0])), b);
        var known = a.Shape[..^1].Concat(b.Shape[1]);
        if (known.Dims.Count(-1) <= 1)
        {
            return RawOps.Reshape(product, RawOps.Constant(known.Dims), known);
        }

        // The shape of a with the last dimension replaced.
        int[] keep = [.. Enumerable.Repeat(1, a.Rank - 1), 0];
        int[] last = [.. Enumerable.Repeat(0, a.Rank - 1), 1];
        var columns = b.Shape[1] >= 0 ? RawOps.Scalar(b.Shape[1]) : RawOps.StridedSlice(RawOps.Shape(b), 1);
        var shape = RawOps.AddV2(RawOps.Mul(RawOps.Shape(a), RawOps.Constant(keep)), RawOps.Mul(RawOps.Constant(last), columns));
        return RawOps.Reshape(product, shape, known);
    }
}
