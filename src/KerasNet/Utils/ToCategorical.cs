using System.Runtime.CompilerServices;
using NumSharp;

namespace KerasNet;

/// <summary>Functions around models: labels, sequences, data sets of folders and arrays.</summary>
/// <remarks>Python: <c>keras.utils</c>.</remarks>
public static partial class Utils
{
    /// <summary>Labels as rows that are 1 at the label.</summary>
    /// <remarks>Python: <c>keras.utils.to_categorical</c>. Labels <c>(…)</c> or <c>(…, 1)</c>; result <c>(…, numClasses)</c>, float64 as in Keras.</remarks>
    /// <param name="x">Labels from 0.</param>
    /// <param name="numClasses">Number of classes; null: the greatest label and one.</param>
    /// <exception cref="ArgumentOutOfRangeException">A label is not below the number of classes.</exception>
    [OverloadResolutionPriority(1)]
    public static NDArray ToCategorical(NDArray x, int? numClasses = null)
    {
        var labels = Ops.Cast((Tensor)x, DataType.Int64);
        var shape = labels.Rank > 1 && labels.Shape[^1] == 1 ? labels.Shape[..^1] : labels.Shape;
        var values = labels.ToArray<long>();
        var classes = numClasses is null or 0 ? checked((int)values.DefaultIfEmpty(-1).Max() + 1) : numClasses.Value;
        var rows = Tensor.Allocate(DataType.Float64, shape.Insert(shape.Rank, classes));
        var marks = rows.Writable<double>();
        marks.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            // A negative label counts from the end, as an index does in Python.
            var label = values[i] < 0 ? values[i] + classes : values[i];
            marks[(int)((i * (long)classes) + (label >= 0 && label < classes ? label
                : throw new ArgumentOutOfRangeException(nameof(x), $"Label {values[i]} is out of bounds for {classes} classes. Expected 0 to {classes - 1}.")))] = 1;
        }

        return rows.Numpy();
    }

    /// <summary>Labels of a tensor as rows of float32.</summary>
    public static Tensor ToCategorical(Tensor x, int numClasses) =>
        Ops.OneHot(x.Rank > 1 && x.Shape[^1] == 1 ? Ops.Squeeze(x, -1) : x, numClasses);
}
