using KerasNet.Saving;
using KerasNet.TensorFlow.SavedModels;

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

    /// <summary>What the model of a file computes for arrays; of a SavedModel without a Keras model its function <c>serving_default</c>.</summary>
    public static IReadOnlyList<Tensor> Predict(string path, IReadOnlyDictionary<string, Tensor> arrays)
    {
        if (TensorFlowFiles.IsSavedModel(path) && !SavedKerasModel.Is(path))
        {
            using var saved = SavedModel.Load(path);
            var function = (ISavedFunction)saved.Signature("serving_default");
            return function.Run([.. function.Inputs.Select((input, i) => Ops.Cast(Find(arrays, input.Name, i), input.Spec.DType))]);
        }

        var model = Load(path);
        return model.Predict(Of(model, arrays), verbose: 0).Tensors;
    }

    /// <summary>The arrays of the inputs: by their names, else x0, x1, …</summary>
    public static Data Of(Model model, IReadOnlyDictionary<string, Tensor> arrays)
    {
        var names = model.Inputs.Select(i => i.Name ?? string.Empty).ToList();
        Tensor[] tensors = [.. names.Select((name, i) => Find(arrays, name, i))];
        return tensors.Length == 1 ? tensors[0] : tensors;
    }

    private static Tensor Find(IReadOnlyDictionary<string, Tensor> arrays, string name, int i) => arrays.GetValueOrDefault(name) ?? arrays.GetValueOrDefault($"x{i}")
        ?? throw new InvalidDataException($"There is no array for input {i}: neither 'x{i}' nor '{name}'. There are: {string.Join(", ", arrays.Keys)}.");
}
