using KerasNet.Graphs;
using KerasNet.TensorFlow.Programs;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>The inputs and outputs of a SavedModel's signature.</summary>
internal static class SignatureTensors
{
    /// <summary>In the order of their names, as TensorFlow's functions take them.</summary>
    public static KeyValuePair<string, TensorInfo>[] Sorted(IEnumerable<KeyValuePair<string, TensorInfo>> tensors) => [.. tensors.OrderBy(t => t.Key, StringComparer.Ordinal)];

    /// <summary>Type and shape.</summary>
    /// <exception cref="NotSupportedException">The rank is not known.</exception>
    public static TensorSpec Spec(TensorInfo info) => new(TensorProtos.Type(info.Dtype), info.TensorShape is not null && TensorProtos.Shape(info.TensorShape) is { } shape ? shape
        : throw new NotSupportedException($"Tensor '{info.Name}' of the SavedModel has no known rank. Save the function with an input signature."));
}
