namespace KerasNet;

public static partial class Ops
{
    /// <summary>Classes as rows that are 1 at the class and 0 elsewhere; a negative or too large class is a row of zeros.</summary>
    /// <remarks>Python: <c>keras.ops.one_hot</c>.</remarks>
    public static Tensor OneHot(Tensor x, int numClasses, int axis = -1, DataType? dtype = null)
    {
        var type = dtype ?? DataType.Float32;
        return Run(
            "OneHot",
            x,
            t => RawOps.OneHot(RawOps.Cast(t, DataType.Int64), numClasses, RawOps.Scalar(1, type), RawOps.Scalar(0, type), axis),
            ("num_classes", numClasses),
            ("axis", axis),
            ("dtype", type),
            ("sparse", false));
    }
}
