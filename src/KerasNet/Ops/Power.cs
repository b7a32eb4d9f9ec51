namespace KerasNet;

public static partial class Ops
{
    /// <summary>Elementwise x1 to the power x2, with broadcasting.</summary>
    /// <remarks>Python: <c>keras.ops.power</c>.</remarks>
    public static Tensor Power(Tensor x1, Tensor x2) => Run("Power", x1, x2, static (a, b) =>
    {
        (a, b) = Promote(a, b);
        var unsigned = a.DType is DataType.UInt8 or DataType.UInt16 or DataType.UInt32 or DataType.UInt64;
        return unsigned ? RawOps.Cast(RawOps.Pow(RawOps.Cast(a, DataType.Int32), RawOps.Cast(b, DataType.Int32)), a.DType) : RawOps.Pow(a, b);
    });
}
