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
                null => RawOps.TensorScatterUpdate(x, i, u),
                "add" => RawOps.TensorScatterAdd(x, i, u),
                "max" => RawOps.TensorScatterMax(x, i, u),
                "min" => RawOps.TensorScatterMin(x, i, u),
                _ => throw new ArgumentException($"Unsupported reduction: {reduction}. Expected null, 'add', 'max' or 'min'.", nameof(reduction)),
            };
        },
        ("reduction", reduction));
}
