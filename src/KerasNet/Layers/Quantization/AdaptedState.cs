using System.Globalization;

namespace KerasNet.Layers;

/// <summary>A quantised layer, or one with a low-rank addition, in weights files: variables under numbers, the addition as part of the kernel.</summary>
/// <param name="layer">The layer.</param>
/// <param name="variables">Its variables in the order of files.</param>
/// <param name="form">Its kernel in few bits; null: in floats.</param>
/// <param name="lora">The addition; null: there is none.</param>
/// <param name="kernel">The variable that the addition is added to.</param>
internal sealed class AdaptedState(Layer layer, IReadOnlyList<KerasVariable> variables, QuantizedForm? form, LowRank? lora, KerasVariable kernel) : ISavedState
{
    /// <inheritdoc/>
    public IReadOnlyList<(string Name, Tensor Value)> SaveOwnVariables()
    {
        form?.CheckSaved();
        using var uncast = AutoCast.Enter(DataType.None);
        var merged = lora is null ? new Dictionary<KerasVariable, Tensor>()
            : form?.Merged(lora) ?? new Dictionary<KerasVariable, Tensor> { [kernel] = lora.Merged(kernel.ReadNow(), kernel.DType) };
        return [.. variables.Select((v, i) => (i.ToString(CultureInfo.InvariantCulture), merged.TryGetValue(v, out var value) ? value : v.ReadNow()))];
    }

    /// <inheritdoc/>
    public void LoadOwnVariables(IReadOnlyDictionary<string, Tensor> values)
    {
        if (values.Count != variables.Count)
        {
            throw new ArgumentException($"Layer '{layer.Name}' expected {variables.Count} variables, but received {values.Count} variables during loading. Expected: {string.Join(", ", variables.Select(v => v.Name))}. {form?.WhyMissing}".TrimEnd());
        }

        var ordered = variables.Select((v, i) => values.GetValueOrDefault(i.ToString(CultureInfo.InvariantCulture)) ?? values.GetValueOrDefault(v.Name)
            ?? throw new ArgumentException($"Layer '{layer.Name}': the file has no variable '{i}' for '{v.Name}'.")).ToList();
        foreach (var (variable, value) in variables.Zip(ordered))
        {
            if (variable.Shape != value.Shape || variable.DType.IsFloating() != value.DType.IsFloating())
            {
                throw new ArgumentException($"Layer '{layer.Name}': variable '{variable.Name}' has shape {variable.Shape} and type {variable.DType.Name()}, the file's has {value.Shape} and {value.DType.Name()}.");
            }
        }

        WeightValues.Write(variables, ordered);
        lora?.Clear();
        form?.Loaded();
    }

    /// <inheritdoc/>
    public IReadOnlyList<(string Name, string Text)> SaveAssets() => [];

    /// <inheritdoc/>
    public void LoadAssets(Func<string, string?> read)
    {
    }
}
