namespace KerasNet;

public static partial class Ops
{
    /// <summary>A tensor with slices replaced, at positions that stand in the last axis of the indices.</summary>
    /// <remarks>Python: <c>keras.ops.scatter_update</c>.</remarks>
    /// <param name="inputs">The tensor.</param>
    /// <param name="indices">Positions.</param>
    /// <param name="updates">A slice for each position.</param>
    /// <param name="reduction">Null to replace, or how an update meets what is there: <c>add</c>, <c>max</c>, <c>min</c>.</param>
    /// <exception cref="ArgumentException">The reduction is unknown.</exception>
    public static Tensor ScatterUpdate(Tensor inputs, Tensor indices, Tensor updates, string? reduction = null) => Run(
        "ScatterUpdate",
        [inputs, indices, updates],
        t =>
        {
            var (x, i, u) = (t[0], ToIndices(t[1]), RawOps.Cast(t[2], t[0].DType));
            return reduction switch
            {
                null when x.DType == DataType.Bool => RawOps.Cast(RawOps.TensorScatterUpdate(RawOps.Cast(x, DataType.Int32), i, RawOps.Cast(u, DataType.Int32)), DataType.Bool),
                null => RawOps.TensorScatterUpdate(x, i, u),
                "add" => RawOps.TensorScatterAdd(x, i, u),
                "max" => RawOps.TensorScatterMax(x, i, u),
                "min" => RawOps.TensorScatterMin(x, i, u),
                "mul" => Multiplied(x, i, u),
                _ => throw new ArgumentException($"Unsupported reduction: {reduction}. Supported values are: null, 'add', 'max', 'min', 'mul'.", nameof(reduction)),
            };
        },
        ("reduction", reduction));

    /// <summary>TensorFlow has no scatter that multiplies: what goes to one place is multiplied first, other places by 1.</summary>
    private static Tensor Multiplied(Tensor x, Tensor indices, Tensor updates)
    {
        var (dims, depth) = (RawOps.DimsOf(x), indices.Shape[^1]);
        var places = RawOps.Scalar(0);
        for (var i = 0; i < depth; i++)
        {
            var along = RawOps.GatherV2(RawOps.Cast(indices, DataType.Int32), RawOps.Scalar(i), indices.Rank - 1);
            places = RawOps.AddV2(RawOps.Mul(places, dims[i]), along);
        }

        var products = RawOps.UnsortedSegmentProd(updates, places, RawOps.Product(dims.AsSpan(..depth)));
        return RawOps.Mul(x, RawOps.Reshape(products, dims));
    }
}
