using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>The constructor arguments that recurrent layers share.</summary>
internal sealed record RecurrentOptions(
    int Units, ActivationFunction Activation, bool UseBias, Initializer KernelInitializer, Initializer RecurrentInitializer, Initializer BiasInitializer,
    Regularizer? KernelRegularizer, Regularizer? RecurrentRegularizer, Regularizer? BiasRegularizer,
    Constraint? KernelConstraint, Constraint? RecurrentConstraint, Constraint? BiasConstraint,
    double Dropout, double RecurrentDropout, int? Seed, bool ReturnSequences, bool ReturnState, bool GoBackwards, bool Stateful, bool Unroll);
