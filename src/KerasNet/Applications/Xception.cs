namespace KerasNet.Applications;

/// <summary>Xception: Inception taken to depthwise separable convolutions.</summary>
/// <remarks>Python: <c>keras.applications.xception</c>. Chollet, <see href="https://arxiv.org/abs/1610.02357"/>.</remarks>
public static class Xception
{
    /// <summary>Depthwise separable convolutions in residual blocks.</summary>
    /// <remarks>Python: <c>keras.applications.xception.Xception</c>: a class of C# has no method of its own name.</remarks>
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
    public static Model Create(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "xception") =>
        XceptionStack.Make(new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: between -1 and 1.</summary>
    /// <remarks>Python: <c>keras.applications.xception.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "tf");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.xception.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
