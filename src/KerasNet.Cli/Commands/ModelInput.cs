namespace KerasNet.Cli.Commands;

/// <summary>Models and their data, as the commands take them.</summary>
internal static class ModelInput
{
    public static Model Load(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => Keras.ModelFromJson(File.ReadAllText(path)),
        ".yaml" or ".yml" => Keras.ModelFromYaml(File.ReadAllText(path)),
        _ => Keras.LoadModel(path, compile: false),
    };

    /// <summary>The arrays of the inputs: by their names, else x0, x1, …</summary>
    public static Data Of(Model model, IReadOnlyDictionary<string, Tensor> arrays)
    {
        var names = model.Inputs.Select(i => i.Name ?? string.Empty).ToList();
        Tensor Find(string name, int i) => arrays.GetValueOrDefault(name) ?? arrays.GetValueOrDefault($"x{i}")
            ?? throw new InvalidDataException($"There is no array for input {i}: neither 'x{i}' nor '{name}'. There are: {string.Join(", ", arrays.Keys)}.");
        Tensor[] tensors = [.. names.Select(Find)];
        return tensors.Length == 1 ? tensors[0] : tensors;
    }
}
