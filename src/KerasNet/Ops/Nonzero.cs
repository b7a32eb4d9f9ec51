namespace KerasNet;

public static partial class Ops
{
    /// <summary>Positions of the elements that are not zero: one int32 vector for each axis.</summary>
    /// <remarks>Python: <c>keras.ops.nonzero</c>.</remarks>
    public static Tensors Nonzero(Tensor x) => RunMany("Nonzero", [x], t =>
        Array.ConvertAll(RawOps.Unpack(RawOps.Where(RawOps.Cast(t[0], DataType.Bool)), t[0].Rank, 1), i => RawOps.Cast(i, DataType.Int32)));
}
