using KerasNet.Optimizers;

namespace KerasNet.Training;

/// <summary>An optimizer, or its name: what Compile takes.</summary>
public sealed class OptimizerSpec
{
    private OptimizerSpec(Optimizer optimizer) => Optimizer = optimizer;

    internal Optimizer Optimizer { get; }

    /// <summary>An optimizer.</summary>
    public static implicit operator OptimizerSpec(Optimizer optimizer) => new(optimizer);

    /// <summary>An optimizer by name, with its defaults.</summary>
    public static implicit operator OptimizerSpec(string name) => new((Optimizer)name);
}
