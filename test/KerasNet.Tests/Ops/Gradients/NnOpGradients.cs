using static KerasNet.Tests.OpGradient;

namespace KerasNet.Tests;

/// <summary>Functions of networks: activations along an axis, windows, normalizations, losses.</summary>
internal sealed class NnOpGradients : IOpGradients
{
    private static readonly Tensor _classes = Tensor.Create([2, 0], 2);
    private static readonly Tensor _lengths = Tensor.Create([4, 3], 2);

    public IEnumerable<OpGradient> Cases() =>
    [
        new("Softmax", x => Ops.Softmax(x[0]), S((2, 3))),
        new("Softmax", x => Ops.Softmax(x[0], [0, 2]), S((2, 3, 2))),
        new("LogSoftmax", x => Ops.LogSoftmax(x[0], axis: 0), S((2, 3))),
        new("LogSoftmax", x => Ops.LogSoftmax(x[0], [0, 2]), S((2, 3, 2))),
        new("Sparsemax", x => Ops.Sparsemax(x[0]), S((2, 4))),
        new("Glu", x => Ops.Glu(x[0]), S((2, 4))),
        new("Conv", x => Ops.Conv(x[0], x[1], padding: "same"), S((1, 5, 2)), S((3, 2, 2), seed: 2)),
        new("Conv", x => Ops.Conv(x[0], x[1], strides: 2), S((1, 4, 5, 4)), S((2, 3, 2, 2), seed: 2)),
        new("Conv", x => Ops.Conv(x[0], x[1], padding: "same", dilationRate: 2), S((1, 4, 5, 2)), S((2, 2, 2, 3), seed: 2)),
        new("Conv", x => Ops.Conv(x[0], x[1]), S((1, 3, 3, 3, 2)), S((2, 2, 2, 2, 1), seed: 2)),
        new("ConvTranspose", x => Ops.ConvTranspose(x[0], x[1], strides: 2), S((1, 3, 2)), S((3, 2, 2), seed: 2)),
        new("ConvTranspose", x => Ops.ConvTranspose(x[0], x[1], strides: 2, padding: "same"), S((1, 2, 3, 2)), S((3, 2, 2, 2), seed: 2)),
        new("ConvTranspose", x => Ops.ConvTranspose(x[0], x[1]), S((1, 2, 2, 2, 1)), S((2, 2, 2, 2, 1), seed: 2)),
        new("DepthwiseConv", x => Ops.DepthwiseConv(x[0], x[1]), S((1, 4, 4, 2)), S((2, 3, 2, 2), seed: 2)),
        new("DepthwiseConv", x => Ops.DepthwiseConv(x[0], x[1], strides: 2, padding: "same"), S((1, 5, 2)), S((3, 2, 2), seed: 2)),
        new("SeparableConv", x => Ops.SeparableConv(x[0], x[1], x[2]), S((1, 4, 4, 2)), S((2, 2, 2, 2), seed: 2), S((1, 1, 4, 3), seed: 3)),
        new("MaxPool", x => Ops.MaxPool(x[0], 2, padding: "same"), Apart((1, 5, 4, 2))),
        new("MaxPool", x => Ops.MaxPool(x[0], 2, strides: 1), Apart((1, 3, 3, 3, 1))),
        new("AveragePool", x => Ops.AveragePool(x[0], 2, padding: "same"), S((1, 5, 4, 2))),
        new("AveragePool", x => Ops.AveragePool(x[0], 2, strides: 1), S((1, 5, 2))),
        new("AveragePool", x => Ops.AveragePool(x[0], 2, strides: 1), S((1, 3, 3, 3, 1))),
        new("AdaptiveAveragePool", x => Ops.AdaptiveAveragePool(x[0], (2, 3)), S((1, 5, 4, 2))),
        new("AdaptiveMaxPool", x => Ops.AdaptiveMaxPool(x[0], (2, 3)), Apart((1, 5, 4, 2))),
        new("DepthToSpace", x => Ops.DepthToSpace(x[0], 2), S((1, 2, 2, 4))),
        new("SpaceToDepth", x => Ops.SpaceToDepth(x[0], 2), S((1, 2, 4, 1))),
        new("Unfold", x => Ops.Unfold(x[0], 2, dilation: 1, padding: 1, stride: 2), S((1, 2, 4, 4))),
        new("Fold", x => Ops.Fold(x[0], (3, 3), 2), S((1, 8, 4))),
        new("BatchNormalization", x => Ops.BatchNormalization(x[0], x[1], x[2], -1, x[3], x[4]), S((2, 3)), S(3, seed: 2), S(3, 0.5, 1, seed: 3), S(3, seed: 4), S(3, seed: 5)),
        new("LayerNormalization", x => Ops.LayerNormalization(x[0], x[1], x[2]), S((2, 4)), S(4, seed: 2), S(4, seed: 3)),
        new("LayerNormalization", x => Ops.LayerNormalization(x[0], axis: [0, 1]), S((2, 4))),
        new("RmsNormalization", x => Ops.RmsNormalization(x[0], x[1]), S((2, 4)), S(4, seed: 2)),
        new("RmsNormalization", x => Ops.RmsNormalization(x[0], axis: [0, 1]), S((2, 4))),
        new("Normalize", x => Ops.Normalize(x[0]), S((2, 4))),
        new("Normalize", x => Ops.Normalize(x[0], [0, 1], order: 1), Apart((2, 4))),
        new("DotProductAttention", x => Ops.DotProductAttention(x[0], x[1], x[2], x[3]), S((1, 3, 2, 4)), S((1, 3, 2, 4), seed: 2), S((1, 3, 2, 4), seed: 3), S((1, 2, 3, 3), seed: 4)),
        new("DotProductAttention", x => Ops.DotProductAttention(x[0], x[1], x[2], isCausal: true), S((1, 3, 4, 2)), S((1, 3, 2, 2), seed: 2), S((1, 3, 2, 2), seed: 3)),
        new("BinaryCrossentropy", x => Ops.BinaryCrossentropy(x[0], x[1]), S(3, 0, 1), S(3, 0.2, 0.8, seed: 2)),
        new("BinaryCrossentropy", x => Ops.BinaryCrossentropy(x[0], x[1], fromLogits: true), S(3, 0, 1), S(3, seed: 2)),
        new("CategoricalCrossentropy", x => Ops.CategoricalCrossentropy(x[0], x[1]), S((2, 3), 0, 1), S((2, 3), 0.2, 0.8, seed: 2)),
        new("CategoricalCrossentropy", x => Ops.CategoricalCrossentropy(Tensor.Create<double>([0, 1, 0, 0.2, 0.3, 0.5], (2, 3)), x[0], fromLogits: true), S((2, 3))),
        new("SparseCategoricalCrossentropy", x => Ops.SparseCategoricalCrossentropy(_classes, x[0]), S((2, 3), 0.2, 0.8)),
        new("SparseCategoricalCrossentropy", x => Ops.SparseCategoricalCrossentropy(_classes, x[0], fromLogits: true), S((2, 3))),
        new("CtcLoss", x => Ops.CtcLoss(Tensor.Create([1, 2, 2, 0], (2, 2)), x[0], Tensor.Create([2, 1], 2), _lengths), S((2, 4, 3))) { ManagedOnly = true },
        new("Cdist", x => Ops.Cdist(x[0], x[1]), S((2, 3)), S((2, 3), 2, 3, seed: 2)),
    ];
}
