namespace KerasNet;

public static partial class Ops
{
    /// <summary>Classes as rows that are 1 at the class and 0 elsewhere; a negative or too large class is a row of zeros.</summary>
    /// <remarks>Python: <c>keras.ops.one_hot</c>.</remarks>
    /// <param name="x">Class numbers.</param>
    /// <param name="numClasses">Number of classes.</param>
    /// <param name="axis">Where the new axis stands.</param>
    /// <param name="dtype">Type of the result; null: float32.</param>
    /// <param name="sparse">Only false: there are no sparse tensors here.</param>
    public static Tensor OneHot(Tensor x, int numClasses, int axis = -1, DataType? dtype = null, bool sparse = false)
    {
        Dense(sparse);
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

    /// <exception cref="NotSupportedException">A sparse tensor is asked for.</exception>
    private static void Dense(bool sparse)
    {
        if (sparse)
        {
            throw new NotSupportedException("There are no sparse tensors here. Received: sparse=True. Leave the argument out.");
        }
    }
}
