namespace KerasNet.Saving.Legacy;

/// <summary>Groups of layer classes that rules share.</summary>
internal static class LayerNames
{
    /// <summary>Layers that only Keras 1 had; they keep its argument names.</summary>
    public static readonly HashSet<string> Keras1Only = ["SReLU", "ParametricSoftplus", "Merge", "Keras1BatchNormalization"];

    /// <summary>Layers with channels on the first or the last axis.</summary>
    public static readonly HashSet<string> Spatial =
    [
        "Conv2D", "Conv3D", "Conv2DTranspose", "Conv3DTranspose", "SeparableConv2D", "DepthwiseConv2D", "LocallyConnected2D", "ConvLSTM2D",
        "MaxPooling2D", "MaxPooling3D", "AveragePooling2D", "AveragePooling3D", "GlobalMaxPooling2D", "GlobalMaxPooling3D",
        "GlobalAveragePooling2D", "GlobalAveragePooling3D", "UpSampling2D", "UpSampling3D", "ZeroPadding2D", "ZeroPadding3D", "Cropping2D", "Cropping3D",
    ];

    /// <summary>Layers over time.</summary>
    public static readonly HashSet<string> Recurrent = ["LSTM", "GRU", "SimpleRNN", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D", "Bidirectional", "CuDNNLSTM", "CuDNNGRU"];
}
