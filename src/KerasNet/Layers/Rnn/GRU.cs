using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>Gated recurrent unit: two gates mix the state before with a candidate.</summary>
/// <remarks>Python: <c>keras.layers.GRU</c>. Input <c>(batch, time, features)</c>, output <c>(batch, units)</c> or <c>(batch, time, units)</c>. Source: Cho et al. 2014.</remarks>
/// <param name="units">Size of the state and the output; positive.</param>
/// <param name="activation">Applied to the candidate state; null: tanh.</param>
/// <param name="recurrentActivation">Applied to the gates; null: sigmoid.</param>
/// <param name="useBias">Whether a bias is added.</param>
/// <param name="kernelInitializer">First values of the kernel; null: glorot_uniform.</param>
/// <param name="recurrentInitializer">First values of the recurrent kernel; null: orthogonal.</param>
/// <param name="biasInitializer">First values of the bias; null: zeros.</param>
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
/// <param name="resetAfter">Whether the reset gate acts after the product with the state.</param>
public sealed class GRU(
    int units, ActivationFunction? activation = null, ActivationFunction? recurrentActivation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, int? seed = null,
    bool returnSequences = false, bool returnState = false, bool goBackwards = false, bool stateful = false, bool unroll = false, bool resetAfter = true)
    : Recurrent(new RecurrentOptions(
        units, activation ?? "tanh", useBias, kernelInitializer ?? "glorot_uniform", recurrentInitializer ?? "orthogonal", biasInitializer ?? "zeros",
        kernelRegularizer, recurrentRegularizer, biasRegularizer, kernelConstraint, recurrentConstraint, biasConstraint,
        dropout, recurrentDropout, seed, returnSequences, returnState, goBackwards, stateful, unroll))
{
    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; } = recurrentActivation ?? "sigmoid";

    /// <summary>Whether the reset gate acts after the product with the state.</summary>
    public bool ResetAfter { get; } = resetAfter;

    private protected override int Gates => 3;

    private protected override TensorShape BiasShape => ResetAfter ? [2, Gates * Units] : Gates * Units;

    private protected override Tensor Project(Tensor x)
    {
        var product = Ops.MatMul(x, Kernel);
        return Bias is null ? product : ResetAfter ? product + Bias.Value[0] : product + Bias;
    }

    private protected override (Tensor Output, Tensor[] States) Step(Tensor x, Tensor h, Tensor[] states)
    {
        // Order of the gates: update, reset, candidate.
        Tensor candidate, update;
        if (ResetAfter)
        {
            var inner = Ops.MatMul(h, RecurrentKernel);
            inner = Bias is null ? inner : inner + Bias.Value[1];
            update = RecurrentActivation.Apply(Gate(x, 0) + Gate(inner, 0));
            var reset = RecurrentActivation.Apply(Gate(x, 1) + Gate(inner, 1));
            candidate = Gate(x, 2) + (reset * Gate(inner, 2));
        }
        else
        {
            Tensor kernel = RecurrentKernel;
            var inner = Ops.MatMul(h, kernel[.., ..(2 * Units)]);
            update = RecurrentActivation.Apply(Gate(x, 0) + Gate(inner, 0));
            var reset = RecurrentActivation.Apply(Gate(x, 1) + Gate(inner, 1));
            candidate = Gate(x, 2) + Ops.MatMul(reset * h, kernel[.., (2 * Units)..]);
        }

        var y = (update * states[0]) + ((1.0 - update) * Activation.Apply(candidate));
        return (y, [y]);
    }
}
