namespace KerasNet;

public static partial class Ops
{
    /// <summary>Remainder with the dividend's sign, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.fmod</c>.</remarks>
    public static Tensor Fmod(Tensor x1, Tensor x2) => Run("Fmod", x1, x2, static (a, b) =>
    {
        (a, b) = PromoteArrays(a, b);
        var type = a.DType == DataType.Bool ? DataType.Int32 : a.DType;
        var compute = type is DataType.UInt8 or DataType.UInt16 or DataType.UInt32 ? DataType.Int32 : type;
        (a, b) = (RawOps.Cast(a, compute), RawOps.Cast(b, compute));
        return RawOps.Cast(RawOps.Mul(RawOps.Sign(a), RawOps.FloorMod(RawOps.Abs(a), RawOps.Abs(b))), type);
    });
}
