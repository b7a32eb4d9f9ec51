namespace KerasNet.Applications;

/// <summary>ConvNeXt: a convolutional network with the habits of transformers.</summary>
/// <remarks>Python: <c>keras.applications.convnext</c>. Liu and others, <see href="https://arxiv.org/abs/2201.03545"/>.</remarks>
public static class Convnext
{
    /// <summary>The tiny ConvNeXt.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.ConvNeXtTiny</c>.</remarks>
    /// <param name="includeTop">Whether the classifier is at the end.</param>
    /// <param name="includePreprocessing">Whether the model itself brings pixels of 0 to 255 into its range.</param>
    /// <param name="weights"><c>imagenet</c>: those that Keras publishes, from its cache or fetched into it; a file's path; null: random ones.</param>
    /// <param name="inputTensor">A symbolic tensor to begin with; null: a new input.</param>
    /// <param name="inputShape">Shape of an image; null: the usual one, or any size without the classifier.</param>
    /// <param name="pooling">Without the classifier: <c>avg</c> or <c>max</c> over each channel; null: the output is the last block's.</param>
    /// <param name="classes">Number of classes; 1000 for published weights.</param>
    /// <param name="classifierActivation">Activation of the classifier; null: logits.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="ArgumentException">The arguments contradict, or the shape does not fit.</exception>
    /// <exception cref="FileNotFoundException">Published weights are neither in the cache nor to be had.</exception>
    public static Model ConvNeXtTiny(
        bool includeTop = true, bool includePreprocessing = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "convnext_tiny") =>
        ConvnextStack.Make("convnext_tiny", [3, 3, 9, 3], 96, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "8ae6e78ce2933352b1ef4008e6dd2f17bc40771563877d156bc6426c7cf503ff", "d547c096cabd03329d7be5562c5e14798aa39ed24b474157cef5e85ab9e49ef1");

    /// <summary>The small ConvNeXt.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.ConvNeXtSmall</c>.</remarks>
    /// <inheritdoc cref="ConvNeXtTiny"/>
    public static Model ConvNeXtSmall(
        bool includeTop = true, bool includePreprocessing = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "convnext_small") =>
        ConvnextStack.Make("convnext_small", [3, 3, 27, 3], 96, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "ce1277d8f1ee5a0ef0e171469089c18f5233860ceaf9b168049cb9263fd7483c", "6fc8009faa2f00c1c1dfce59feea9b0745eb260a7dd11bee65c8e20843da6eab");

    /// <summary>The base ConvNeXt.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.ConvNeXtBase</c>.</remarks>
    /// <inheritdoc cref="ConvNeXtTiny"/>
    public static Model ConvNeXtBase(
        bool includeTop = true, bool includePreprocessing = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "convnext_base") =>
        ConvnextStack.Make("convnext_base", [3, 3, 27, 3], 128, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "52cbb006d3dadd03f6e095a8ca1aca47aecdd75acb4bc74bce1f5c695d0086e6", "40a20c5548a5e9202f69735ecc06c990e6b7c9d2de39f0361e27baeb24cb7c45");

    /// <summary>The large ConvNeXt.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.ConvNeXtLarge</c>.</remarks>
    /// <inheritdoc cref="ConvNeXtTiny"/>
    public static Model ConvNeXtLarge(
        bool includeTop = true, bool includePreprocessing = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "convnext_large") =>
        ConvnextStack.Make("convnext_large", [3, 3, 27, 3], 192, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "070c5ed9ed289581e477741d3b34beffa920db8cf590899d6d2c67fba2a198a6", "96f02b6f0753d4f543261bc9d09bed650f24dd6bc02ddde3066135b63d23a1cd");

    /// <summary>The xlarge ConvNeXt.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.ConvNeXtXLarge</c>.</remarks>
    /// <inheritdoc cref="ConvNeXtTiny"/>
    public static Model ConvNeXtXLarge(
        bool includeTop = true, bool includePreprocessing = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "convnext_xlarge") =>
        ConvnextStack.Make("convnext_xlarge", [3, 3, 27, 3], 256, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "c1f5ccab661354fc3a79a10fa99af82f0fbf10ec65cb894a3ae0815f17a889ee", "de3f8a54174130e0cecdc71583354753d557fcf1f4487331558e2a16ba0cfe05");

    /// <summary>Gives the images as they are: the model itself brings pixels of 0 to 255 into its range.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.preprocess_input</c>.</remarks>
    /// <param name="x">One image or a batch.</param>
    /// <param name="dataFormat">Of no effect, as in Keras.</param>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => x;

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.convnext.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
