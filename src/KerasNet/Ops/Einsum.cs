namespace KerasNet;

public static partial class Ops
{
    /// <summary>Einstein's summation: <c>"bij,bjk->bik"</c> names each axis by a letter; axes that the result does not name are summed. <c>...</c> stands for axes that broadcast.</summary>
    /// <remarks>Python: <c>keras.ops.einsum</c>.</remarks>
    /// <exception cref="ArgumentException">The subscripts do not fit the operands.</exception>
    public static Tensor Einsum(string subscripts, params Tensor[] operands) =>
        Run("Einsum", operands, t => Summation(subscripts, t), ("subscripts", subscripts));

    private static Tensor Summation(string subscripts, Tensor[] operands)
    {
        // Products of int8 are added up in int32, as the sums would not fit.
        var type = Array.TrueForAll(operands, t => t.DType == DataType.Int8) ? DataType.Int32 : operands.Aggregate(operands[0].DType, (d, t) => DTypePromotion.Of(d, t.DType));
        var compute = type.IsFloating() || type is DataType.Int32 or DataType.Int64 ? type : Keras.Config.FloatX;
        var (labels, output, tensors) = EinsumSubscripts.Parse(subscripts, Array.ConvertAll(operands, t => RawOps.Cast(t, compute)));

        // Two at a time, from the left: axes that are needed later stay.
        while (tensors.Length > 2)
        {
            var later = string.Concat(labels[2..]) + output;
            var kept = string.Concat((labels[0] + labels[1]).Distinct().Where(c => later.Contains(c)));
            var product = RawOps.Einsum($"{labels[0]},{labels[1]}->{kept}", tensors[0], tensors[1]);
            (labels, tensors) = ([kept, .. labels[2..]], [product, .. tensors[2..]]);
        }

        return RawOps.Cast(RawOps.Einsum($"{string.Join(',', labels)}->{output}", tensors), type == DataType.Int8 ? DataType.Int32 : type);
    }
}
