using KerasNet.Graphs;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>A function of a SavedModel as a layer: it computes as it was saved, and is not trained.</summary>
/// <remarks>Python: <c>keras.layers.TFSMLayer</c>. TensorFlow's library runs it, on the managed backend this library's own ops, ahead of the step of the model that it stands in.
/// A SavedModel is a program: load those only whose origin you trust.</remarks>
/// <param name="filepath">Folder of the SavedModel.</param>
/// <param name="callEndpoint">Name of the function: <c>serve</c> in what Keras exports, <c>serving_default</c> in most others.</param>
/// <exception cref="FileNotFoundException">The folder holds no SavedModel.</exception>
/// <exception cref="ArgumentException">The SavedModel has no such function, or one of several outputs.</exception>
public sealed class TFSMLayer(string filepath, string callEndpoint = "serve") : HostLayer
{
    private readonly ISavedFunction _function = OfOneOutput(TensorFlowFiles.Formats(filepath).Open(filepath, callEndpoint), callEndpoint);

    /// <summary>Folder of the SavedModel.</summary>
    public string Filepath { get; } = filepath;

    /// <summary>Name of the function.</summary>
    public string CallEndpoint { get; } = callEndpoint;

    internal override DataType InputDType => _function.Inputs[0].Spec.DType;

    private protected override TensorSpec Describe(Tensors inputs)
    {
        CheckCount(inputs);
        return _function.Outputs[0].Spec;
    }

    private protected override Tensor Compute(Tensors inputs)
    {
        CheckCount(inputs);
        return _function.Run([.. inputs.Select((x, i) => Ops.Cast(x, _function.Inputs[i].Spec.DType))])[0];
    }

    private void CheckCount(Tensors inputs)
    {
        if (inputs.Count != _function.Inputs.Count)
        {
            throw new ArgumentException($"Layer '{Name}': '{CallEndpoint}' takes {_function.Inputs.Count} input(s): {string.Join(", ", _function.Inputs.Select(i => i.Name))}. Received: {inputs.Count}.");
        }
    }

    private static ISavedFunction OfOneOutput(ISavedFunction function, string name) => function.Outputs.Count == 1 ? function
        : throw new ArgumentException($"'{name}' has the outputs {string.Join(", ", function.Outputs.Select(o => o.Name))}. A layer gives one: use SavedModel.Load(…).Signatures for several.", nameof(name));
}
