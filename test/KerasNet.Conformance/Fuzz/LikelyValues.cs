using System.Reflection;
using System.Text.Json.Nodes;
using CsCheck;
using KerasNet.Layers;
using static KerasNet.Conformance.Fuzz.LayerCases;

namespace KerasNet.Conformance.Fuzz;

/// <summary>Values for constructors' parameters that a layer may well take; null where nothing is known that it would.</summary>
internal static class LikelyValues
{
    public static Gen<JsonNode?> Of(ParameterInfo parameter, string className)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return ByName(parameter.Name!, className)
            ?? (type == typeof(bool) ? Gen.Bool.Select(Node)
            : type == typeof(int) ? OneOf(1, 2).Select(Node)
            : type == typeof(double) ? OneOf(0.1, 0.5, 1.0).Select(Node)
            : type == typeof(Activations.ActivationFunction) ? OneOf("relu", "softmax", "tanh", "gelu", "linear").Select(Node)
            : type == typeof(Initializers.Initializer) ? OneOf("zeros", "ones", "glorot_uniform", "he_normal", "random_normal").Select(Node)
            : type == typeof(Regularizers.Regularizer) ? OneOf("l1", "l2", "l1_l2").Select(Node)
            : type == typeof(Constraints.Constraint) ? OneOf("non_neg", "max_norm", "unit_norm").Select(Node)
            : Gen.Const((JsonNode?)null));
    }

    private static Gen<JsonNode?>? ByName(string name, string className) => name switch
    {
        "padding" => className.Contains("Padding", StringComparison.Ordinal) ? OneOf(1, 2).Select(Node) : className == "Conv1D" ? OneOf("valid", "same", "causal").Select(Node) : OneOf("valid", "same").Select(Node),
        "dataFormat" => OneOf("channels_last", "channels_last", "channels_first").Select(Node),
        "interpolation" => OneOf("nearest", "bilinear").Select(Node),
        "fillMode" => OneOf("constant", "nearest", "wrap", "reflect").Select(Node),
        "mergeMode" => OneOf("concat", "sum", "mul", "ave").Select(Node),
        "scoreMode" => OneOf("dot", "concat").Select(Node),
        "mode" => className switch
        {
            "RandomFlip" => OneOf("horizontal", "vertical", "horizontal_and_vertical").Select(Node),
            "STFTSpectrogram" => OneOf("log", "magnitude", "psd", "real", "imag", "angle", "stft").Select(Node),
            _ => Nothing,
        },
        "outputMode" => className switch
        {
            "CategoryEncoding" => OneOf("multi_hot", "one_hot", "count").Select(Node),
            _ => OneOf("int", "multi_hot", "one_hot", "count").Select(Node),
        },
        "poolSize" or "strides" or "kernelSize" or "dilationRate" or "cropping" or "size" => OneOf(1, 1, 2).Select(Node),
        "axis" => OneOf(-1, -1, 1).Select(Node),
        "axes" => Nothing,
        "groups" => OneOf(1, 2).Select(Node),
        "window" => OneOf("hann", "hamming").Select(Node),
        "rate" or "dropout" or "recurrentDropout" or "factor" or "momentum" => OneOf(0.1, 0.3, 0.5).Select(Node),
        "seed" => OneOf(1, 2, 3).Select(Node),
        "sharedAxes" => Gen.Const(() => (JsonNode?)new JsonArray(1)),
        "numChains" or "chainDepth" or "numOps" or "depthMultiplier" or "powerIterations" => OneOf(1, 2).Select(Node),
        // What has its meaning with others only: sizes of windows, of vocabularies, states that batches keep.
        "sparse" or "maskToken" or "oovToken" or "maxTokens" or "vocabulary" or "vocabularyDtype" or "vocabularySize" or "idfWeights" or "invert" or "encoding" or "ngrams" or "numBins" or "binBoundaries" or "weights"
            or "stateful" or "outputPadding" or "noiseShape" or "flashAttention" or "bins" or "frameStep" or "fftLength" or "sequenceLength" or "sequenceStride" or "minFreq" or "maxFreq" or "samplingRate" or "numMelBins"
            or "attentionAxes" or "outputShape" or "renorm" or "renormClipping" or "virtualBatchSize" or "maxValue" or "slidingWindow" or "implementation" or "valueDim" or "biasAxes" or "maskValue" or "salt" or "renormMomentum"
            or "periodic" or "scaling" or "expandDims" or "topDb" or "padToAspectRatio" or "tileGridSize" or "synchronized" or "layers" or "reverseDtype" or "useGate" => Nothing,
        _ => null,
    };

    private static Gen<JsonNode?> Nothing => Gen.Const((JsonNode?)null);

    private static JsonNode? Node<T>(T value) => JsonValue.Create(value);
}
