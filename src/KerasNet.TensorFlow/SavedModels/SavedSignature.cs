using KerasNet.Graphs;
using KerasNet.Saving;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>A function of a <see cref="SavedModel"/>, with its inputs and outputs by name.</summary>
/// <remarks>Python: an entry of <c>signatures</c>. Runs may go on at the same time.</remarks>
public sealed class SavedSignature : ISavedFunction
{
    private readonly ISavedFunction _function;

    internal SavedSignature(string name, ISavedFunction function) => (Name, _function) = (name, function);

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>Names of the inputs, sorted.</summary>
    public IReadOnlyList<string> InputNames => [.. Inputs.Select(i => i.Name)];

    /// <summary>Names of the outputs, sorted.</summary>
    public IReadOnlyList<string> OutputNames => [.. Outputs.Select(o => o.Name)];

    internal IReadOnlyList<(string Name, TensorSpec Spec)> Inputs => _function.Inputs;

    internal IReadOnlyList<(string Name, TensorSpec Spec)> Outputs => _function.Outputs;

    /// <summary>Releases what was compiled.</summary>
    internal void Release() => (_function as IDisposable)?.Dispose();

    IReadOnlyList<(string Name, TensorSpec Spec)> ISavedFunction.Inputs => Inputs;

    IReadOnlyList<(string Name, TensorSpec Spec)> ISavedFunction.Outputs => Outputs;

    /// <summary>Computes the outputs.</summary>
    /// <param name="inputs">A value for each input, by name.</param>
    /// <exception cref="ArgumentException">An input is missing or unknown, or its type or shape does not fit.</exception>
    /// <exception cref="InvalidDataException">The managed backend finds that the SavedModel is damaged.</exception>
    /// <exception cref="NotSupportedException">The managed backend has no such op.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != Inputs.Count || Inputs.Any(i => !inputs.ContainsKey(i.Name)))
        {
            throw new ArgumentException($"'{Name}' takes inputs {string.Join(", ", InputNames)}. Received: {string.Join(", ", inputs.Keys)}.", nameof(inputs));
        }

        var values = ((ISavedFunction)this).Run([.. Inputs.Select(i => inputs[i.Name])]);
        return Outputs.Zip(values).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
    }

    IReadOnlyList<Tensor> ISavedFunction.Run(IReadOnlyList<Tensor> inputs)
    {
        for (var i = 0; i < Inputs.Count; i++)
        {
            var (name, spec) = Inputs[i];
            if (inputs[i].DType != spec.DType || !inputs[i].Shape.IsCompatibleWith(spec.Shape))
            {
                throw new ArgumentException($"Input '{name}' of '{Name}' has shape {spec.Shape} and type {spec.DType.Name()}. Received: shape {inputs[i].Shape} and type {inputs[i].DType.Name()}.", nameof(inputs));
            }
        }

        return _function.Run(inputs);
    }
}
