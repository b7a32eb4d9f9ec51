using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Export;

/// <summary>Writes functions over a model's weights as a SavedModel, which TensorFlow runs without Keras and without C#.</summary>
/// <remarks>
/// Python: <c>keras.export.ExportArchive</c>. Neither backend nor native library matters: the graph is written as it was traced.
/// <code>
/// var archive = new ExportArchive();
/// archive.Track(model);
/// archive.AddEndpoint("serve", x => model.Apply(x, training: false), Keras.Input(3));
/// archive.AddEndpoint("embed", x => encoder.Apply(x), Keras.Input(3));
/// archive.WriteOut("exported");          // Python: tf.saved_model.load("exported").serve(x)
/// </code>
/// </remarks>
public sealed class ExportArchive
{
    private static readonly string[] _reserved = ["variables", "trainable_variables", "non_trainable_variables", "_all_variables", "signatures"];
    private readonly List<ExportEndpoint> _endpoints = [];
    private readonly List<(string Name, IReadOnlyList<KerasVariable> Variables)> _collections = [];
    private readonly List<KerasVariable> _variables = [];

    /// <summary>An archive without endpoints.</summary>
    /// <param name="format">Only <c>saved_model</c>.</param>
    /// <exception cref="ArgumentException">Another format.</exception>
    public ExportArchive(string format = "saved_model") =>
        _ = format == "saved_model" ? true : throw new ArgumentException($"Unsupported format: {format}. Expected: saved_model.", nameof(format));

    /// <summary>Variables of what was tracked.</summary>
    public IReadOnlyList<KerasVariable> Variables => _variables;

    /// <summary>Those of them that training changes.</summary>
    public IReadOnlyList<KerasVariable> TrainableVariables => [.. _variables.Where(v => v.Trainable)];

    /// <summary>Those of them that training leaves alone.</summary>
    public IReadOnlyList<KerasVariable> NonTrainableVariables => [.. _variables.Where(v => !v.Trainable)];

    /// <summary>Exports the variables of a layer or model, also those that no endpoint uses: as <c>variables</c> of the loaded object.</summary>
    /// <exception cref="InvalidOperationException">The layer is not built.</exception>
    public void Track(Layer resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (!resource.Built)
        {
            throw new InvalidOperationException($"The layer provided ('{resource.Name}') has not yet been built. It must be built before export: call it on data or on Keras.Input(…).");
        }

        _variables.AddRange(resource.Weights.Except(_variables).Where(v => v.DType != DataType.String).ToList());
    }

    /// <summary>Adds a function: the loaded object's method of this name, and a signature.</summary>
    /// <param name="name">Name of letters, digits and <c>_</c>.</param>
    /// <param name="fn">The function. It is traced now, once.</param>
    /// <param name="inputSignature">
    /// Shapes and types of the inputs, as <c>Keras.Input(…)</c>, or tensors: one, a list or a dictionary, which is the function's one argument in Python too. The first axis becomes unknown. Names of inputs are those in the signature.
    /// </param>
    /// <exception cref="ArgumentException">The name is taken, or none that Python allows.</exception>
    public void AddEndpoint(string name, Func<Tensors, Tensors> fn, Tensors inputSignature)
    {
        ArgumentNullException.ThrowIfNull(fn);
        ArgumentNullException.ThrowIfNull(inputSignature);
        Check(name, "Endpoint");
        _endpoints.Add(ExportEndpoint.Trace(name, fn, inputSignature));
    }

    /// <summary>Tracks a layer or model and adds its call as a function.</summary>
    /// <param name="name">Name of the endpoint.</param>
    /// <param name="resource">The layer or model, which is built.</param>
    /// <param name="inputSignature">As in <see cref="AddEndpoint"/>.</param>
    public void TrackAndAddEndpoint(string name, Layer resource, Tensors inputSignature)
    {
        Track(resource);
        AddEndpoint(name, x => resource.Invoke(x, new CallArguments { Training = false }), inputSignature);
    }

    /// <summary>Adds a list of variables, under a name of the loaded object.</summary>
    /// <param name="name">The name.</param>
    /// <param name="variables">For example those of an optimizer.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void AddVariableCollection(string name, IEnumerable<KerasVariable> variables)
    {
        Check(name, "Collection");
        _collections.Add((name, [.. variables]));
    }

    /// <summary>Writes the SavedModel.</summary>
    /// <param name="filepath">Its folder. Of a SavedModel that is there the files are replaced, each when the new one is whole.</param>
    /// <param name="verbose">Whether the endpoints are printed.</param>
    /// <exception cref="InvalidOperationException">There is no endpoint.</exception>
    /// <exception cref="NotSupportedException">An endpoint computes in C# what TensorFlow has no ops for, or the package KerasNet.TensorFlow is not there.</exception>
    public void WriteOut(string filepath, bool verbose = true)
    {
        if (_endpoints.Count == 0)
        {
            throw new InvalidOperationException("No endpoints have been set yet. Call AddEndpoint(…).");
        }

        TensorFlowFiles.Formats(filepath).Export(filepath, new ExportContent(
            _endpoints, [("variables", Variables), ("trainable_variables", TrainableVariables), ("non_trainable_variables", NonTrainableVariables), .. _collections]));
        if (verbose)
        {
            Keras.Messages.Write($"Saved artifact at '{filepath}'. The following endpoints are available:\n\n{string.Join("\n\n", _endpoints.Select(EndpointText.Of))}\n");
        }
    }

    private void Check(string name, string kind)
    {
        if (string.IsNullOrEmpty(name) || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"{kind} name '{name}' is none: letters, digits and '_' are expected, no digit first.", nameof(name));
        }

        if (_reserved.Contains(name) || _endpoints.Exists(e => e.Name == name) || _collections.Exists(c => c.Name == name))
        {
            throw new ArgumentException($"{kind} name '{name}' is already taken.", nameof(name));
        }
    }
}
