namespace KerasNet.Applications;

/// <summary>MobileNet as a search found it, with squeeze-and-excitation and hard swish.</summary>
/// <remarks>Python: <c>keras.applications.mobilenet_v3</c>. Howard and others, <see href="https://arxiv.org/abs/1905.02244"/>.</remarks>
public static class MobilenetV3
{
    /// <summary>The small model of the third MobileNet.</summary>
    /// <remarks>Python: <c>keras.applications.mobilenet_v3.MobileNetV3Small</c>.</remarks>
    /// <param name="inputShape">Shape of an image; null: the usual one, or any size without the classifier.</param>
    /// <param name="alpha">Factor of the number of filters.</param>
    /// <param name="minimalistic">Whether squeeze-and-excitation, hard swish and kernels of 5 are left out.</param>
    /// <param name="includeTop">Whether the classifier is at the end.</param>
    /// <param name="weights"><c>imagenet</c>: those that Keras publishes, from its cache or fetched into it; a file's path; null: random ones.</param>
    /// <param name="inputTensor">A symbolic tensor to begin with; null: a new input.</param>
    /// <param name="classes">Number of classes; 1000 for published weights.</param>
    /// <param name="pooling">Without the classifier: <c>avg</c> or <c>max</c> over each channel; null: the output is the last block's.</param>
    /// <param name="dropoutRate">Fraction that is dropped before the classifier.</param>
    /// <param name="classifierActivation">Activation of the classifier; null: logits.</param>
    /// <param name="includePreprocessing">Whether the model itself brings pixels of 0 to 255 into its range.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="ArgumentException">The arguments contradict, or the shape does not fit.</exception>
    /// <exception cref="FileNotFoundException">Published weights are neither in the cache nor to be had.</exception>
    public static Model MobileNetV3Small(
        TensorShape? inputShape = null, double alpha = 1.0, bool minimalistic = false, bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, int classes = 1000, string? pooling = null, double dropoutRate = 0.2, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "MobileNetV3Small") =>
        MobilenetV3Stack.Make("small", alpha, minimalistic, dropoutRate, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>The large model of the third MobileNet.</summary>
    /// <remarks>Python: <c>keras.applications.mobilenet_v3.MobileNetV3Large</c>.</remarks>
    /// <inheritdoc cref="MobileNetV3Small"/>
    public static Model MobileNetV3Large(
        TensorShape? inputShape = null, double alpha = 1.0, bool minimalistic = false, bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, int classes = 1000, string? pooling = null, double dropoutRate = 0.2, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "MobileNetV3Large") =>
        MobilenetV3Stack.Make("large", alpha, minimalistic, dropoutRate, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>Gives the images as they are: the model itself brings pixels of 0 to 255 into its range.</summary>
    /// <remarks>Python: <c>keras.applications.mobilenet_v3.preprocess_input</c>.</remarks>
    /// <param name="x">One image or a batch.</param>
    /// <param name="dataFormat">Of no effect, as in Keras.</param>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => x;

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.mobilenet_v3.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
