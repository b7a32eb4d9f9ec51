using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Recurrent layer whose output is its state: an <see cref="RNN"/> over a <see cref="SimpleRNNCell"/>.</summary>
/// <remarks>Python: <c>keras.layers.SimpleRNN</c>. Input <c>(batch, time, features)</c>, output <c>(batch, units)</c> or <c>(batch, time, units)</c>.</remarks>
/// <param name="units">Size of the state and the output; positive.</param>
/// <param name="activation">Applied to the candidate state; null: tanh.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="recurrentInitializer">First values of the recurrent kernel; null: orthogonal.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
/// <param name="kernelRegularizer">Penalty of the kernel.</param>
/// <param name="recurrentRegularizer">Penalty of the recurrent kernel.</param>
/// <param name="biasRegularizer">Penalty of the bias.</param>
/// <param name="activityRegularizer">Penalty of the output.</param>
/// <param name="kernelConstraint">Projection of the kernel.</param>
/// <param name="recurrentConstraint">Projection of the recurrent kernel.</param>
/// <param name="biasConstraint">Projection of the bias.</param>
/// <param name="dropout">Fraction of the inputs that is dropped in training, the same at all time steps.</param>
/// <param name="recurrentDropout">Fraction of the state that is dropped in training, the same at all time steps.</param>
/// <param name="returnSequences">Whether the outputs of all time steps are given.</param>
/// <param name="returnState">Whether the last states follow the output.</param>
/// <param name="goBackwards">Whether time runs backwards; so do the outputs.</param>
/// <param name="stateful">Whether the states of a batch are the first of the next.</param>
/// <param name="unroll">Whether the steps stand one by one in the graph, however many there are.</param>
/// <param name="seed">Seed of the dropouts.</param>
/// <param name="zeroOutputForMask">Whether the output of a masked time step is zero; else it is the output before it.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not positive.</exception>
[DrawsSeedFirst]
public sealed class SimpleRNN(
    int units, ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null, Regularizer? activityRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false,
    int? seed = null, bool zeroOutputForMask = false)
    : Recurrent(
        new SimpleRNNCell(
            units, activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer, recurrentRegularizer, biasRegularizer,
            kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed)
        {
            Name = "simple_rnn_cell",
        },
        activityRegularizer, returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask), IConfigurable
{
    // Keras does not write the seed of this layer.
    System.Text.Json.Nodes.JsonObject IConfigurable.GetConfig()
    {
        var config = ObjectSerializer.Parameters(this);
        config.Remove("seed");
        return config;
    }
}
