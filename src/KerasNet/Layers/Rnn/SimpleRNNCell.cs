using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>One time step of <see cref="SimpleRNN"/>: <c>h = activation(x · kernel + h · recurrentKernel + bias)</c>.</summary>
/// <remarks>Python: <c>keras.layers.SimpleRNNCell</c>. Input <c>(batch, features)</c>, state and output <c>(batch, units)</c>.</remarks>
/// <inheritdoc cref="SimpleRNN" path="/param"/>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not positive.</exception>
[Saving.DrawsSeedFirst]
public sealed class SimpleRNNCell(
    int units, ActivationFunction? activation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, int? seed = null)
    : GatedCell(
        units,
        seeds: new SeedGenerator(seed), // before the initializers: the order in which Keras draws missing seeds
        options: new CellOptions(
            activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer, recurrentRegularizer, biasRegularizer,
            kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed))
{
    private protected override int Gates => 1;

    private protected override CellStep Advance(Tensor[] masks)
    {
        Tensor kernel = RecurrentKernel;
        return (x, states) =>
        {
            var h = Activation.Apply(SameShape.Add(x, Recur(states[0], kernel, masks)));
            return (h, [h]);
        };
    }
}
