using KerasNet.Activations;
using KerasNet.Constraints;
using KerasNet.Initializers;
using KerasNet.Regularizers;

namespace KerasNet.Layers;

/// <summary>The constructor arguments that cells with a kernel and a recurrent kernel share, defaults filled in.</summary>
internal sealed record CellOptions
{
    public CellOptions(
        ActivationFunction? activation, bool useBias, Initializer? kernelInitializer, Initializer? recurrentInitializer, Initializer? biasInitializer,
        Regularizer? kernelRegularizer, Regularizer? recurrentRegularizer, Regularizer? biasRegularizer,
        Constraint? kernelConstraint, Constraint? recurrentConstraint, Constraint? biasConstraint, double dropout, double recurrentDropout, int? seed)
    {
        Activation = activation ?? "tanh";
        UseBias = useBias;
        KernelInitializer = kernelInitializer ?? "glorot_uniform";
        RecurrentInitializer = recurrentInitializer ?? "orthogonal";
        BiasInitializer = biasInitializer ?? "zeros";
        (KernelRegularizer, RecurrentRegularizer, BiasRegularizer) = (kernelRegularizer, recurrentRegularizer, biasRegularizer);
        (KernelConstraint, RecurrentConstraint, BiasConstraint) = (kernelConstraint, recurrentConstraint, biasConstraint);
        Dropout = Rate(dropout, nameof(dropout));
        RecurrentDropout = Rate(recurrentDropout, nameof(recurrentDropout));
        Seed = seed;
    }

    public ActivationFunction Activation { get; }

    public bool UseBias { get; }

    public Initializer KernelInitializer { get; }

    public Initializer RecurrentInitializer { get; }

    public Initializer BiasInitializer { get; }

    public Regularizer? KernelRegularizer { get; }

    public Regularizer? RecurrentRegularizer { get; }

    public Regularizer? BiasRegularizer { get; }

    public Constraint? KernelConstraint { get; }

    public Constraint? RecurrentConstraint { get; }

    public Constraint? BiasConstraint { get; }

    public double Dropout { get; }

    public double RecurrentDropout { get; }

    public int? Seed { get; }

    // Keras moves rates outside 0 to 1 to the nearer end.
    private static double Rate(double rate, string name) => double.IsNaN(rate)
        ? throw new ArgumentOutOfRangeException(name, $"Argument '{name}' must be a number from 0 to 1. Received: NaN.")
        : Math.Clamp(rate, 0, 1);
}
