using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Long short-term memory: a state that gates write, forget and read.</summary>
/// <remarks>Python: <c>keras.layers.LSTM</c>. Input <c>(batch, time, features)</c>, output <c>(batch, units)</c> or <c>(batch, time, units)</c>. Source: Hochreiter and Schmidhuber 1997.</remarks>
/// <param name="units">Size of the state and the output; positive.</param>
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
/// <param name="kernelConstraint">Projection of the kernel.</param>
/// <param name="recurrentConstraint">Projection of the recurrent kernel.</param>
/// <param name="biasConstraint">Projection of the bias.</param>
/// <param name="dropout">Fraction of the inputs that is dropped in training.</param>
/// <param name="recurrentDropout">Fraction of the state that is dropped in training.</param>
/// <param name="seed">Seed of the dropouts.</param>
/// <param name="returnSequences">Whether the outputs of all time steps are given.</param>
/// <param name="returnState">Whether the last states follow the output.</param>
/// <param name="goBackwards">Whether time runs backwards.</param>
/// <param name="stateful">Whether the states of a batch are the first of the next.</param>
/// <param name="unroll">Accepted as in Keras; a declared length is always unrolled.</param>
public sealed class LSTM(
    int units, ActivationFunction? activation = null, ActivationFunction? recurrentActivation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null, bool unitForgetBias = true,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, int? seed = null,
    bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false)
    : Recurrent(new RecurrentOptions(
        units, activation ?? "tanh", useBias, kernelInitializer ?? "glorot_uniform", recurrentInitializer ?? "orthogonal", biasInitializer ?? "zeros",
        kernelRegularizer, recurrentRegularizer, biasRegularizer, kernelConstraint, recurrentConstraint, biasConstraint,
        dropout, recurrentDropout, seed, returnSequences, returnState, goBackwards, stateful, unroll))
{
    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; } = recurrentActivation ?? "sigmoid";

    /// <summary>Whether the bias of the forget gate begins with ones.</summary>
    public bool UnitForgetBias { get; } = unitForgetBias;

    private protected override int Gates => 4;

    private protected override int States => 2;

    private protected override Initializer FirstBias => UnitForgetBias ? new ForgetBias(BiasInitializer, Units) : BiasInitializer;

    private protected override (Tensor Output, Tensor[] States) Step(Tensor x, Tensor h, Tensor[] states)
    {
        // Order of the gates: input, forget, candidate, output.
        var z = x + Ops.MatMul(h, RecurrentKernel);
        var c = (RecurrentActivation.Apply(Gate(z, 1)) * states[1]) + (RecurrentActivation.Apply(Gate(z, 0)) * Activation.Apply(Gate(z, 2)));
        var y = RecurrentActivation.Apply(Gate(z, 3)) * Activation.Apply(c);
        return (y, [y, c]);
    }

    /// <summary>The bias of all gates, with ones for the forget gate.</summary>
    private sealed class ForgetBias(Initializer others, int units) : Initializer
    {
        public override Tensor Call(TensorShape shape, DataType dtype) => Ops.Concatenate(
            [others.Call(units, dtype), Ops.Ones(units, dtype), others.Call(2 * units, dtype)], 0);
    }
}
