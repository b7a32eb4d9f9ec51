namespace KerasNet.Export;

/// <summary>Exports a model for inference: one endpoint, <c>serve</c>.</summary>
internal static class ModelExport
{
    private static readonly string[] _others = ["onnx", "openvino", "litert", "torch"];

    public static void Write(Model model, string path, string format, bool verbose, Tensors? signature)
    {
        if (format != "tf_saved_model")
        {
            throw _others.Contains(format)
                ? new NotSupportedException($"format={format} is Python's. Export as tf_saved_model, and convert that with the format's own tool.")
                : new ArgumentException($"Unrecognized format={format}. Supported formats are: tf_saved_model.", nameof(format));
        }

        using var scope = Keras.Enter(model.Trainer.State);
        var archive = new ExportArchive();
        archive.TrackAndAddEndpoint("serve", model, signature ?? Signature(model));
        archive.WriteOut(path, verbose);
    }

    /// <summary>Inputs as they were declared, or of a model with its own Call as they were when it was built.</summary>
    private static Tensors Signature(Model model)
    {
        if (model.Graph is { } graph)
        {
            return graph.Inputs;
        }

        if (!model.Built)
        {
            throw new InvalidOperationException($"The model provided ('{model.Name}') has not yet been built. It must be built before export: call it on data, or pass inputSignature.");
        }

        Tensor[] inputs = [.. model.BuildShapes.Select(s => Ops.Zeros(s.Dims.ToArray().Select(d => d < 0 ? 1 : d).ToArray(), model.DType.ComputeDType))];
        return inputs.Length switch
        {
            0 => throw new InvalidOperationException($"The model provided ('{model.Name}') has never been called. It must be called at least once before export, or pass inputSignature."),
            1 => inputs[0],
            _ => inputs,
        };
    }
}
