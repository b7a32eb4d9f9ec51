namespace KerasNet.Applications;

/// <summary>VGG with 16 layers: small convolutions, one after the other.</summary>
/// <remarks>Python: <c>keras.applications.vgg16</c>. Simonyan and Zisserman, <see href="https://arxiv.org/abs/1409.1556"/>.</remarks>
public static class Vgg16
{
    /// <summary>VGG with 16 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.vgg16.VGG16</c>.</remarks>
    /// <param name="includeTop">Whether the classifier is at the end.</param>
    /// <param name="weights"><c>imagenet</c>: those that Keras publishes, from its cache or fetched into it; a file's path; null: random ones.</param>
    /// <param name="inputTensor">A symbolic tensor to begin with; null: a new input.</param>
    /// <param name="inputShape">Shape of an image; null: the usual one, or any size without the classifier.</param>
    /// <param name="pooling">Without the classifier: <c>avg</c> or <c>max</c> over each channel; null: the output is the last block's.</param>
    /// <param name="classes">Number of classes; 1000 for published weights.</param>
    /// <param name="classifierActivation">Activation of the classifier; null: logits.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="ArgumentException">The arguments contradict, or the shape does not fit.</exception>
    /// <exception cref="FileNotFoundException">Published weights are neither in the cache nor to be had.</exception>
    public static Model VGG16(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "vgg16") =>
        VggStack.Make("vgg16", [2, 2, 3, 3, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "64373286793e3c8b2b4e3219cbf3544b", "6d6bbae143d832006294945121d1f1fc");

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: BGR, less the mean of ImageNet.</summary>
    /// <remarks>Python: <c>keras.applications.vgg16.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "caffe");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.vgg16.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
