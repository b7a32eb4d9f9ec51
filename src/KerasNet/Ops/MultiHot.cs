namespace KerasNet;

public static partial class Ops
{
    /// <summary>Lists of classes, each as one row that is 1 at all of its classes.</summary>
    /// <remarks>Python: <c>keras.ops.multi_hot</c>.</remarks>
    /// <param name="inputs">Class numbers <c>(..., n)</c>.</param>
    /// <param name="numClasses">Number of classes.</param>
    /// <param name="axis">Where the axis of the classes stands.</param>
    /// <param name="dtype">Type of the result; null: the default float.</param>
    /// <param name="sparse">Only false: there are no sparse tensors here.</param>
    public static Tensor MultiHot(Tensor inputs, int numClasses, int axis = -1, DataType? dtype = null, bool sparse = false)
    {
        Dense(sparse);
        var type = dtype ?? Keras.Config.FloatX;
        return Run(
            "MultiHot",
            inputs,
            t =>
            {
                var rows = OneHot(t, numClasses, axis, type == DataType.Bool ? DataType.Int32 : type);
                return RawOps.Cast(RawOps.Max(rows, RawOps.Constant(t.Rank > 1 ? 1 : 0)), type);
            },
            ("num_classes", numClasses),
            ("axis", axis),
            ("dtype", type),
            ("sparse", false));
    }
}
