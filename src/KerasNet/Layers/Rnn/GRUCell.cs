using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>One time step of <see cref="GRU"/>.</summary>
/// <remarks>Python: <c>keras.layers.GRUCell</c>. Input <c>(batch, features)</c>, state and output <c>(batch, units)</c>.</remarks>
/// <inheritdoc cref="GRU" path="/param"/>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is not positive.</exception>
public sealed class GRUCell(
    int units, ActivationFunction? activation = null, ActivationFunction? recurrentActivation = null, bool useBias = true, Initializer? kernelInitializer = null, Initializer? recurrentInitializer = null, Initializer? biasInitializer = null,
    Regularizer? kernelRegularizer = null, Regularizer? recurrentRegularizer = null, Regularizer? biasRegularizer = null,
    Constraint? kernelConstraint = null, Constraint? recurrentConstraint = null, Constraint? biasConstraint = null,
    double dropout = 0, double recurrentDropout = 0, bool resetAfter = true, int? seed = null)
    : GatedCell(
        units,
        options: new CellOptions(
            activation, useBias, kernelInitializer, recurrentInitializer, biasInitializer, kernelRegularizer, recurrentRegularizer, biasRegularizer,
            kernelConstraint, recurrentConstraint, biasConstraint, dropout, recurrentDropout, seed),
        seeds: new SeedGenerator(seed))
{
    /// <summary>Applied to the gates.</summary>
    public ActivationFunction RecurrentActivation { get; } = recurrentActivation ?? "sigmoid";

    /// <summary>Whether the reset gate acts after the product with the state.</summary>
    public bool ResetAfter { get; } = resetAfter;

    private protected override int Gates => 3;

    private protected override TensorShape BiasShape => ResetAfter ? [2, Gates * Units] : Gates * Units;

    private protected override Tensor? InputBias() => Bias is null ? null : ResetAfter ? ((Tensor)Bias)[0] : (Tensor)Bias;

    private protected override CellStep Advance(Tensor[] masks) => ResetAfter ? AdvanceThenReset(masks) : ResetThenAdvance(masks);

    private CellStep AdvanceThenReset(Tensor[] masks)
    {
        Tensor kernel = RecurrentKernel;
        var bias = Bias is null ? null : ((Tensor)Bias)[1];
        return (x, states) =>
        {
            var inner = Recur(states[0], kernel, masks);
            inner = bias is null ? inner : inner + bias;

            // Order of the gates: update, reset, candidate.
            var (fromInput, fromState) = (RawOps.Split(x, 3, axis: 1), RawOps.Split(inner, 3, axis: 1));
            var reset = RecurrentActivation.Apply(SameShape.Add(fromInput[1], fromState[1]));
            return Mix(SameShape.Add(fromInput[0], fromState[0]), SameShape.Add(fromInput[2], SameShape.Mul(reset, fromState[2])), states[0]);
        };
    }

    private CellStep ResetThenAdvance(Tensor[] masks)
    {
        var kernels = Ops.Split((Tensor)RecurrentKernel, [2 * Units], axis: 1);
        var (gateMasks, candidateMasks) = masks.Length == 3 ? (masks[..2], masks[2..]) : (masks, masks);
        return (x, states) =>
        {
            var (fromInput, gates) = (RawOps.Split(x, 3, axis: 1), RawOps.Split(Recur(states[0], kernels[0], gateMasks), 2, axis: 1));
            var reset = RecurrentActivation.Apply(SameShape.Add(fromInput[1], gates[1]));
            var inner = Recur(SameShape.Mul(reset, states[0]), kernels[1], candidateMasks);
            return Mix(SameShape.Add(fromInput[0], gates[0]), SameShape.Add(fromInput[2], inner), states[0]);
        };
    }

    private (Tensor Output, Tensor[] States) Mix(Tensor gate, Tensor candidate, Tensor before)
    {
        var (update, next) = (RecurrentActivation.Apply(gate), Activation.Apply(candidate));
        var h = SameShape.Add(next, SameShape.Mul(update, SameShape.Sub(before, next)));
        return (h, [h]);
    }
}
