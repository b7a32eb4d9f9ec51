using System.Text.Json.Nodes;

namespace KerasNet.Conformance.Fuzz;

/// <summary>A call of each layer class that runs: the arguments that it needs, and shapes of inputs that fit. Random calls begin with one of these.</summary>
internal static class LayerSamples
{
    private const string Pixels = """{"value_range": [0, 1]}""";

    /// <summary>Class, config, shapes of the inputs; an <c>i</c> before a shape is for whole numbers, a <c>t</c> for text.</summary>
    private static readonly (string Classes, string Config, string Inputs)[] _table =
    [
        ("Activation", """{"activation": "relu"}""", "2,3"),
        ("ActivityRegularization Identity ELU Flatten LayerNormalization LeakyReLU Masking PReLU ParametricSoftplus RMSNormalization ReLU SReLU ThresholdedReLU UnitNormalization BatchNormalization Softmax", "{}", "2,4,3"),
        ("Add Average Maximum Minimum Multiply Concatenate", "{}", "2,4,3;2,4,3"),
        ("Subtract", "{}", "2,3;2,3"),
        ("Dot", """{"axes": 1}""", "2,3;2,3"),
        ("AdditiveAttention Attention", "{}", "2,4,3;2,4,3"),
        ("MultiHeadAttention", """{"num_heads": 2, "key_dim": 3}""", "2,4,3;2,4,3"),
        ("GroupedQueryAttention GroupQueryAttention", """{"head_dim": 3, "num_query_heads": 4, "num_key_value_heads": 2}""", "2,4,3;2,4,3"),
        ("AlphaDropout Dropout GaussianDropout", """{"rate": 0.4}""", "2,4,3"),
        ("GaussianNoise", """{"stddev": 0.4}""", "2,4,3"),
        ("SpatialDropout1D", """{"rate": 0.4}""", "2,4,3"),
        ("SpatialDropout2D", """{"rate": 0.4}""", "2,4,4,3"),
        ("SpatialDropout3D", """{"rate": 0.4}""", "2,3,3,3,2"),
        ("Dense", """{"units": 3}""", "2,4"),
        ("Highway", "{}", "2,4"),
        ("MaxoutDense", """{"output_dim": 3}""", "2,4"),
        ("EinsumDense", """{"equation": "abc,cd->abd", "output_shape": [null, 5]}""", "2,4,3"),
        ("Embedding", """{"input_dim": 7, "output_dim": 3}""", "i2,4"),
        ("ReversibleEmbedding", """{"input_dim": 7, "output_dim": 3}""", "i2,4"),
        ("CategoryEncoding", """{"num_tokens": 7}""", "i2,4"),
        ("Discretization", """{"bin_boundaries": [0.0, 0.5]}""", "2,4"),
        ("Hashing", """{"num_bins": 5}""", "i2,4"),
        ("HashedCrossing", """{"num_bins": 5}""", "i4;i4"),
        ("IntegerLookup", """{"vocabulary": [1, 3, 5]}""", "i2,4"),
        ("StringLookup", """{"vocabulary": ["a", "b"]}""", "t2,4"),
        ("TextVectorization", """{"vocabulary": ["a", "b"]}""", "t4"),
        ("Normalization", """{"mean": 0.3, "variance": 2.0}""", "2,4,3"),
        ("Rescaling", """{"scale": 2.0}""", "2,4,3"),
        ("GroupNormalization", """{"groups": 2}""", "2,4,4"),
        ("SpectralNormalization", """{"layer": {"class_name": "Dense", "config": {"units": 2}}}""", "2,4"),
        ("TimeDistributed", """{"layer": {"class_name": "Dense", "config": {"units": 2}}}""", "2,4,3"),
        ("Bidirectional", """{"layer": {"class_name": "LSTM", "config": {"units": 2}}}""", "2,4,3"),
        ("Pipeline", """{"layers": [{"class_name": "Dense", "config": {"units": 2}}]}""", "2,4"),
        ("Permute", """{"dims": [2, 1]}""", "2,4,3"),
        ("RepeatVector", """{"n": 2}""", "2,4"),
        ("Reshape", """{"target_shape": [3, 4]}""", "2,4,3"),
        ("Conv1D Conv1DTranspose SeparableConv1D Convolution1D Convolution1DTranspose SeparableConvolution1D LocallyConnected1D", """{"filters": 4, "kernel_size": 2}""", "2,6,4"),
        ("Conv2D Conv2DTranspose SeparableConv2D Convolution2D Convolution2DTranspose SeparableConvolution2D LocallyConnected2D", """{"filters": 4, "kernel_size": 2}""", "2,6,5,4"),
        ("Conv3D Conv3DTranspose Convolution3D Convolution3DTranspose", """{"filters": 4, "kernel_size": 2}""", "1,5,4,5,4"),
        ("DepthwiseConv1D", """{"kernel_size": 2}""", "2,6,3"),
        ("DepthwiseConv2D", """{"kernel_size": 2}""", "2,6,5,3"),
        ("ConvLSTM1D", """{"filters": 2, "kernel_size": 2}""", "2,3,5,2"),
        ("ConvLSTM2D", """{"filters": 2, "kernel_size": 2}""", "1,3,4,5,2"),
        ("ConvLSTM3D", """{"filters": 2, "kernel_size": 2}""", "1,2,3,4,3,2"),
        ("Cropping1D ZeroPadding1D UpSampling1D MaxPooling1D MaxPool1D GlobalAveragePooling1D GlobalAvgPool1D GlobalMaxPooling1D GlobalMaxPool1D", "{}", "2,6,3"),
        ("Cropping2D ZeroPadding2D UpSampling2D Keras2BilinearUpSampling2D MaxPooling2D MaxPool2D GlobalAveragePooling2D GlobalAvgPool2D GlobalMaxPooling2D GlobalMaxPool2D", "{}", "2,6,5,3"),
        ("Cropping3D ZeroPadding3D UpSampling3D MaxPooling3D MaxPool3D GlobalAveragePooling3D GlobalAvgPool3D GlobalMaxPooling3D GlobalMaxPool3D", "{}", "1,5,4,5,3"),
        ("AveragePooling1D AvgPool1D", """{"pool_size": 2}""", "2,6,3"),
        ("AveragePooling2D AvgPool2D", """{"pool_size": 2}""", "2,6,5,3"),
        ("AveragePooling3D AvgPool3D", """{"pool_size": 2}""", "1,5,4,5,3"),
        ("AdaptiveAveragePooling1D AdaptiveMaxPooling1D", """{"output_size": 2}""", "2,6,3"),
        ("AdaptiveAveragePooling2D AdaptiveMaxPooling2D", """{"output_size": 2}""", "2,6,5,3"),
        ("AdaptiveAveragePooling3D AdaptiveMaxPooling3D", """{"output_size": 2}""", "1,5,4,5,3"),
        ("GRU LSTM SimpleRNN", """{"units": 2}""", "2,4,3"),
        ("GRUCell SimpleRNNCell", """{"units": 2}""", "2,3;2,2"),
        ("LSTMCell", """{"units": 2}""", "2,3;2,2;2,2"),
        ("StackedRNNCells", """{"cells": [{"class_name": "GRUCell", "config": {"units": 2}}, {"class_name": "LSTMCell", "config": {"units": 3}}]}""", "2,3;2,2;2,3;2,3"),
        ("RNN", """{"cell": {"class_name": "LSTMCell", "config": {"units": 2}}}""", "2,4,3"),
        ("Keras1BatchNormalization", """{"mode": 1}""", "4,3"),
        ("Keras1CosineMerge", "{}", "2,3;2,3"),
        ("MelSpectrogram", """{"fft_length": 16, "sequence_stride": 4, "sampling_rate": 64, "num_mel_bins": 3, "min_freq": 1.0}""", "2,40"),
        ("STFTSpectrogram", """{"frame_length": 8, "frame_step": 4}""", "2,40,1"),
        ("TFDConcat", """{"axis": -1}""", "2,3;2,3"),
        ("TFDIdentity", "{}", "2,3"),
        ("AugMix AutoContrast ContrastLimitedAdaptiveHistogramEqualization Equalization RandAugment RandomColorJitter RandomElasticTransform RandomErasing RandomGaussianBlur RandomInvert Solarization", Pixels, "2,6,5,3"),
        ("CutMix MixUp RandomFlip RandomGrayscale RandomPerspective RandomShear", "{}", "2,6,5,3"),
        ("CenterCrop RandomCrop Resizing", """{"height": 4, "width": 3}""", "2,6,5,3"),
        ("RandomBrightness RandomColorDegeneration RandomContrast RandomHue RandomRotation RandomSaturation RandomSharpness", """{"factor": 0.3}""", "2,6,5,3"),
        ("RandomPosterization", """{"factor": 4}""", "2,6,5,3"),
        ("RandomTranslation RandomZoom", """{"height_factor": 0.3, "width_factor": 0.2}""", "2,6,5,3"),
        ("CustomScaleLayer", """{"scale": 0.5}""", "2,3;2,3"),
        ("LayerScale", """{"init_values": 0.5, "projection_dim": 3}""", "2,3"),
        ("StochasticDepth", """{"drop_path_rate": 0.4}""", "2,3"),
        ("FeatureSpace", "{}", "4,1;4,1"),
    ];

    private static readonly Dictionary<string, (string Config, string Inputs)> _samples =
        _table.SelectMany(r => r.Classes.Split(' ').Select(c => (Class: c, r.Config, r.Inputs))).ToDictionary(r => r.Class, r => (r.Config, r.Inputs), StringComparer.Ordinal);

    /// <summary>Names of the classes.</summary>
    public static IEnumerable<string> Classes => _samples.Keys.Order(StringComparer.Ordinal);

    /// <summary>The arguments of a class.</summary>
    public static JsonObject Config(string className) => JsonNode.Parse(_samples[className].Config)!.AsObject();

    /// <summary>Shape and type of each input.</summary>
    public static IReadOnlyList<(int[] Shape, string Type)> Inputs(string className) => [.. _samples[className].Inputs.Split(';').Select(s => (
        s.TrimStart('i', 't').Split(',').Select(d => int.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).ToArray(),
        s[0] switch { 'i' => "int32", 't' => "string", _ => "float32" }))];
}
