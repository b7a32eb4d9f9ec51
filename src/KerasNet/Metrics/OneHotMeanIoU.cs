namespace KerasNet.Metrics;

/// <summary>Mean of intersection over union of all classes where targets are one-hot and predictions probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.OneHotMeanIoU</c>.</remarks>
/// <param name="numClasses">Number of classes.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of the counts; null: int64.</param>
/// <param name="ignoreClass">A class number of targets that does not count.</param>
/// <param name="sparseYPred">Whether predictions are class numbers instead of probabilities.</param>
/// <param name="axis">Axis of the classes.</param>
public sealed class OneHotMeanIoU(int numClasses, string? name = null, DataType? dtype = null, int? ignoreClass = null, bool sparseYPred = false, int axis = -1)
    : MeanIoU(numClasses, name, dtype, ignoreClass, sparseYTrue: false, sparseYPred, axis);
