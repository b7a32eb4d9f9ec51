namespace KerasNet.Saving.Legacy;

/// <summary>Classes that have another name now. Rows 9, 17 and 18 of loading-traps.md.</summary>
internal static class ClassAliases
{
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["Convolution1D"] = "Conv1D", ["Convolution2D"] = "Conv2D", ["Convolution3D"] = "Conv3D",
        ["AtrousConvolution1D"] = "Conv1D", ["AtrousConvolution2D"] = "Conv2D", ["AtrousConv1D"] = "Conv1D", ["AtrousConv2D"] = "Conv2D",
        ["Deconvolution2D"] = "Conv2DTranspose", ["Deconv2D"] = "Conv2DTranspose", ["Deconvolution3D"] = "Conv3DTranspose",
        ["Convolution1DTranspose"] = "Conv1DTranspose", ["Convolution2DTranspose"] = "Conv2DTranspose", ["Convolution3DTranspose"] = "Conv3DTranspose",
        ["SeparableConvolution1D"] = "SeparableConv1D", ["SeparableConvolution2D"] = "SeparableConv2D", ["DepthwiseConvolution2D"] = "DepthwiseConv2D",
        ["TimeDistributedDense"] = "Dense", ["MaxPool1D"] = "MaxPooling1D", ["MaxPool2D"] = "MaxPooling2D", ["MaxPool3D"] = "MaxPooling3D",
        ["AvgPool1D"] = "AveragePooling1D", ["AvgPool2D"] = "AveragePooling2D", ["AvgPool3D"] = "AveragePooling3D",
        ["GlobalAvgPool1D"] = "GlobalAveragePooling1D", ["GlobalAvgPool2D"] = "GlobalAveragePooling2D", ["GlobalAvgPool3D"] = "GlobalAveragePooling3D",
        ["GlobalMaxPool1D"] = "GlobalMaxPooling1D", ["GlobalMaxPool2D"] = "GlobalMaxPooling2D", ["GlobalMaxPool3D"] = "GlobalMaxPooling3D",
        ["BatchNormalizationV1"] = "BatchNormalization", ["BatchNormalizationV2"] = "BatchNormalization", ["SyncBatchNormalization"] = "BatchNormalization",
        ["GRUV2"] = "GRU", ["LSTMV2"] = "LSTM", ["GRUV1"] = "GRU", ["LSTMV1"] = "LSTM", ["DenseV2"] = "Dense",
        ["Model"] = "Functional", ["Network"] = "Functional", ["Graph"] = "Functional", ["Container"] = "Functional",
        ["relu6"] = "Relu6", ["ReLU6"] = "Relu6",
    };

    public static void Apply(LayerEntry entry)
    {
        var name = entry.ClassName;
        if (entry.Json["module"] is null && _names.TryGetValue(name, out var current) && !KerasObjects.IsCustom(name))
        {
            Rename(entry, name, current);
        }
        else if (_names.TryGetValue(name, out current) && current != name && !KerasObjects.IsCustom(name) && entry.Json.Text("module")?.StartsWith("keras.src.ops", StringComparison.Ordinal) != true)
        {
            Rename(entry, name, current);
        }
    }

    private static void Rename(LayerEntry entry, string name, string current)
    {
        if (current == "Relu6")
        {
            // A layer of keras.applications.mobilenet before ReLU had a greatest value.
            entry.ClassName = "ReLU";
            entry.Config["max_value"] = 6.0;
            return;
        }

        if (name == "SyncBatchNormalization")
        {
            entry.Config["synchronized"] = true;
        }

        entry.ClassName = current;
        entry.Json.Remove("registered_name");
    }
}
