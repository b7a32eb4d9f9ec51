using KerasNet.Graphs;

namespace KerasNet.Saving;

/// <summary>A function of a SavedModel, with its inputs and outputs by name.</summary>
internal interface ISavedFunction
{
    /// <summary>Names, types and shapes of the inputs, in the order of their names.</summary>
    IReadOnlyList<(string Name, TensorSpec Spec)> Inputs { get; }

    /// <summary>Names, types and shapes of the outputs, in the order of their names.</summary>
    IReadOnlyList<(string Name, TensorSpec Spec)> Outputs { get; }

    /// <summary>Computes the outputs of values, both in the order above.</summary>
    IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs);
}
