using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>An LSTM over volumes, whose products are convolutions.</summary>
/// <remarks>Python: <c>keras.layers.ConvLSTM3D</c>. Input <c>(batch, time, depth, height, width, channels)</c>, or channels before the spatial axes.</remarks>
/// <param name="filters">Number of output channels; positive.</param>
/// <param name="kernelSize">Size of the window: a number, or one for each spatial axis.</param>
/// <param name="strides">Step of the input's window; null: 1.</param>
/// <param name="padding"><c>valid</c> or <c>same</c>, for the input; the state always keeps its size.</param>
/// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; null: the configured one.</param>
/// <param name="dilationRate">Distance between the elements of the input's window; null: 1.</param>
/// <param name="activation">Applied to the candidate state; null: tanh.</param>
/// <param name="recurrentActivation">Applied to the gates; null: sigmoid.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="recurrentInitializer">First values of the recurrent kernel; null: orthogonal.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="unitForgetBias">Whether the bias of the forget gate begins with ones.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="recurrentRegularizer">Penalty of the recurrent kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernel.</param>
/// <param name="recurrentConstraint">Projection of the recurrent kernel.</param>
/// <param name="biasConstraint">Projection of the bias.</param>
/// <param name="dropout">Fraction of the inputs that is dropped in training, the same at all time steps.</param>
/// <param name="recurrentDropout">Fraction of the state that is dropped in training, the same at all time steps.</param>
/// <param name="seed">Seed of the dropouts.</param>
/// <param name="returnSequences">Whether the outputs of all time steps are given.</param>
/// <param name="returnState">Whether the last states follow the output.</param>
/// <param name="goBackwards">Whether time runs backwards; so do the outputs.</param>
/// <param name="stateful">Whether the states of a batch are the first of the next.</param>
/// <param name="unroll">Whether the steps stand one by one in the graph, however many there are.</param>
/// <param name="zeroOutputForMask">Whether the output of a masked time step is zero; else it is the output before it.</param>
[Saving.DrawsSeedFirst]
public sealed class ConvLSTM3D(
    int filters, SpatialSizes kernelSize, SpatialSizes? strides = null, string padding = "valid", string? dataFormat = null, SpatialSizes? dilationRate = null,
    ActivationFunction? activation = null, ActivationFunction? recurrentActivation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null, bool unitForgetBias = true,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null, double dropout = 0, double recurrentDropout = 0, int? seed = null,
    bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false, bool zeroOutputForMask = false)
    : ConvLSTM(
        3,
        new ConvLSTMCell(
            3, filters, kernelSize, strides, padding, dataFormat, dilationRate, recurrentActivation, unitForgetBias,
            new SeedGenerator(seed), // before the initializers: the order in which Keras draws missing seeds
            new CellOptions(
                activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer, recurrentRegularizer, biasRegularizer,
                kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed))
        {
            Name = "conv_lstm_cell",
        },
        activityRegularizer, returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask);
