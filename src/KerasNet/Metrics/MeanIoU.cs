namespace KerasNet.Metrics;

/// <summary>Mean of intersection over union of all classes.</summary>
/// <remarks>Python: <c>keras.metrics.MeanIoU</c>.</remarks>
/// <param name="numClasses">Number of classes.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of the counts; null: int64.</param>
/// <param name="ignoreClass">A class number of targets that does not count.</param>
/// <param name="sparseYTrue">Whether targets are class numbers instead of one number for each class.</param>
/// <param name="sparseYPred">Whether predictions are class numbers instead of probabilities.</param>
/// <param name="axis">Axis of the classes.</param>
public class MeanIoU(int numClasses, string? name = null, DataType? dtype = null, int? ignoreClass = null, bool sparseYTrue = true, bool sparseYPred = true, int axis = -1)
    : IoU(numClasses, [.. Enumerable.Range(0, numClasses)], name, dtype, ignoreClass, sparseYTrue, sparseYPred, axis);
