namespace KerasNet.Saving.Legacy;

/// <summary>Functions of TensorFlow in old models that no operation of Keras 3 computes. Models with them are written under these names, which only this library knows.</summary>
internal static class TensorFlowOps
{
    /// <summary><c>tf.math.squared_difference</c>.</summary>
    public static Tensor SquaredDifference(Tensor x, Tensor y) => Ops.Square(x - y);

    /// <summary><c>tf.cumsum</c> with its flags.</summary>
    public static Tensor RunningSum(Tensor x, int axis = 0, bool exclusive = false, bool reverse = false) => RawOps.Cumsum(x, x.Shape.Axis(axis), exclusive, reverse);

    /// <summary><c>tf.slice</c>: a size of -1 reaches to the end.</summary>
    public static Tensor PartOf(Tensor input, int[] begin, int[] size) => Ops.GetItem(input, [.. begin.Select((b, i) => Ops.Step(b, size[i] < 0 ? null : b + size[i], 1))]);

    /// <summary><c>tf.reshape(x, [tf.shape(x)[0], …])</c>: another shape for each sample; one size may be -1.</summary>
    public static Tensor ReshapeEach(Tensor x, TensorShape shape)
    {
        var open = shape.Dims.IndexOf(-1);
        var (size, known) = (x.Shape[1..].Size, shape.Dims.ToArray().Where(d => d > 0).Aggregate(1L, (p, d) => p * d));
        return open >= 0 && size >= 0 && size % known == 0
            ? Ops.Reshape(x, new TensorShape([-1, .. shape.With(open, (int)(size / known)).Dims]))
            : Ops.Reshape(x, [RawOps.Dim(x, 0), .. shape.Dims.ToArray().Select(d => (Tensor)d)]);
    }

    /// <summary><c>tf.gather</c> whose first axes go together.</summary>
    public static Tensor GatherTogether(Tensor x, Tensor indices, int axis = 0, int batchDims = 0) => RawOps.GatherV2(x, indices, x.Shape.Axis(axis), batchDims);

    /// <summary><c>tf.one_hot</c> with numbers of its own.</summary>
    public static Tensor OneOf(Tensor x, int numClasses, double onValue = 1, double offValue = 0, int axis = -1) => (Ops.OneHot(x, numClasses, axis) * (onValue - offValue)) + offValue;
}
