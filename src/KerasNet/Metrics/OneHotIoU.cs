namespace KerasNet.Metrics;

/// <summary>Intersection over union where targets are one-hot and predictions probabilities.</summary>
/// <remarks>Python: <c>keras.metrics.OneHotIoU</c>.</remarks>
/// <param name="numClasses">Number of classes.</param>
/// <param name="targetClassIds">The classes whose mean is taken.</param>
/// <param name="name">Name in logs; null: made from the class name.</param>
/// <param name="dtype">Type of the counts; null: int64.</param>
/// <param name="ignoreClass">A class number of targets that does not count.</param>
/// <param name="sparseYPred">Whether predictions are class numbers instead of probabilities.</param>
/// <param name="axis">Axis of the classes.</param>
public sealed class OneHotIoU(int numClasses, IReadOnlyList<int> targetClassIds, string? name = null, DataType? dtype = null, int? ignoreClass = null, bool sparseYPred = false, int axis = -1)
    : IoU(numClasses, targetClassIds, name, dtype, ignoreClass, sparseYTrue: false, sparseYPred, axis);
