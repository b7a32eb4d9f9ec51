using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>One time step of <see cref="LSTM"/>.</summary>
/// <remarks>Python: <c>keras.layers.LSTMCell</c>. Input <c>(batch, features)</c>, output <c>(batch, units)</c>, states: the output and the carry, each <c>(batch, units)</c>.</remarks>
/// <inheritdoc cref="LSTM" path="/param"/>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not positive.</exception>
public sealed class LSTMCell(
    int units, ActivationFunction? activation = null, ActivationFunction? recurrentActivation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null, bool unitForgetBias = true,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, int? seed = null)
    : GatedCell(
        units,
        options: new CellOptions(
            activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer, recurrentRegularizer, biasRegularizer,
            kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed),
        seeds: new SeedGenerator(seed))
{
    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; } = recurrentActivation ?? "sigmoid";

    /// <summary>Whether the bias of the forget gate begins with ones.</summary>
    public bool UnitForgetBias { get; } = unitForgetBias;

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSize => [Units, Units];

    private protected override int Gates => 4;

    private protected override Initializer FirstBias => UnitForgetBias ? new ForgetBias(BiasInitializer) : BiasInitializer;

    private protected override CellStep Advance(Tensor[] masks)
    {
        Tensor kernel = RecurrentKernel;
        return (x, states) =>
        {
            // Order of the gates: input, forget, candidate, output.
            var z = RawOps.Split(SameShape.Add(x, Recur(states[0], kernel, masks)), 4, axis: 1);
            var kept = SameShape.Mul(RecurrentActivation.Apply(z[1]), states[1]);
            var c = SameShape.Add(kept, SameShape.Mul(RecurrentActivation.Apply(z[0]), Activation.Apply(z[2])));
            var h = SameShape.Mul(RecurrentActivation.Apply(z[3]), Activation.Apply(c));
            return (h, [h, c]);
        };
    }
}
