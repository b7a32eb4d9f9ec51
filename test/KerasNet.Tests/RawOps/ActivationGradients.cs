using static KerasNet.Tests.GradientCase;

namespace KerasNet.Tests;

/// <summary>Gradient cases of activations, bias and cross-entropy.</summary>
internal sealed class ActivationGradients : IGradientCases
{
    private static readonly TensorShape[] _shapes = [(3, 4), 5, (2, 3, 4)];

    public IEnumerable<GradientCase> Cases() => [.. Activations(), .. Bias(), .. CrossEntropy()];

    private static IEnumerable<GradientCase> Activations()
    {
        (string Name, Func<Tensor, Tensor> Op)[] activations =
        [
            ("Relu", RawOps.Relu), ("Softmax", RawOps.Softmax), ("LogSoftmax", RawOps.LogSoftmax),
            ("Relu6", x => RawOps.Relu6(RawOps.Mul(x, RawOps.Scalar(3, x.DType)))), ("LeakyRelu", x => RawOps.LeakyRelu(x, 0.3f)), ("Elu", RawOps.Elu), ("Selu", RawOps.Selu),
        ];
        foreach (var (name, op) in activations)
        {
            foreach (var shape in _shapes)
            {
                yield return new($"{name} {shape}", x => op(x[0]), Sample(shape, -3, 3)) { UnknownBatch = shape.Rank > 1, SecondOrder = true };
            }
        }
    }

    private static IEnumerable<GradientCase> Bias()
    {
        foreach (TensorShape shape in new TensorShape[] { (3, 2), (2, 4, 2), (2, 3, 2, 2), (1, 2, 2, 1, 2) })
        {
            yield return new($"BiasAdd {shape}", x => RawOps.BiasAdd(x[0], x[1]), Sample(shape), Sample(2)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        }

        yield return new("BiasAdd NCHW", x => RawOps.BiasAdd(x[0], x[1], "NCHW"), Sample((2, 3, 2, 4)), Sample(3)) { UnknownBatch = true, Batched = [0], SecondOrder = true };
        yield return new("BiasAddGrad", x => RawOps.Square(RawOps.BiasAddGrad(x[0])), Sample((2, 3, 4))) { UnknownBatch = true };
        yield return new("BiasAddGrad NCHW", x => RawOps.Square(RawOps.BiasAddGrad(x[0], "NCHW")), Sample((2, 3, 4, 2))) { UnknownBatch = true };
    }

    private static IEnumerable<GradientCase> CrossEntropy()
    {
        Tensor labels = Tensor.Create([1, 0, 3], 3);
        Tensor long64 = Tensor.Create([2L, 0L, 1L, 1L], 4);
        yield return new("SparseSoftmaxCrossEntropyWithLogits", x => RawOps.SparseSoftmaxCrossEntropyWithLogits(x[0], x[1]), Sample((3, 4), -3, 3), labels) { UnknownBatch = true, SecondOrder = true };
        yield return new("SparseSoftmaxCrossEntropyWithLogits int64", x => RawOps.SparseSoftmaxCrossEntropyWithLogits(x[0], x[1]), Sample((4, 3), -3, 3), long64) { SecondOrder = true };
        // Its gradient is exact for labels that sum to 1, as in TensorFlow.
        yield return new("SoftmaxCrossEntropyWithLogits", x => RawOps.SoftmaxCrossEntropyWithLogits(x[0], RawOps.Softmax(x[1])), Sample((3, 4), -3, 3), Sample((3, 4), seed: 2)) { UnknownBatch = true, SecondOrder = true };
        yield return new("SoftmaxCrossEntropyWithLogits one", x => RawOps.SoftmaxCrossEntropyWithLogits(x[0], RawOps.Softmax(x[1])), Sample((1, 6)), Sample((1, 6), seed: 2)) { SecondOrder = true };
    }
}
