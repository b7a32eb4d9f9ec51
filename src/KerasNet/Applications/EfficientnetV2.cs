namespace KerasNet.Applications;

/// <summary>The second EfficientNet: smaller, and trained faster.</summary>
/// <remarks>Python: <c>keras.applications.efficientnet_v2</c>. Tan and Le, <see href="https://arxiv.org/abs/2104.00298"/>.</remarks>
public static class EfficientnetV2
{
    /// <summary>Second EfficientNet B0, for images of 224.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2B0</c>.</remarks>
    /// <param name="includeTop">Whether the classifier is at the end.</param>
    /// <param name="weights"><c>imagenet</c>: those that Keras publishes, from its cache or fetched into it; a file's path; null: random ones.</param>
    /// <param name="inputTensor">A symbolic tensor to begin with; null: a new input.</param>
    /// <param name="inputShape">Shape of an image; null: the usual one, or any size without the classifier.</param>
    /// <param name="pooling">Without the classifier: <c>avg</c> or <c>max</c> over each channel; null: the output is the last block's.</param>
    /// <param name="classes">Number of classes; 1000 for published weights.</param>
    /// <param name="classifierActivation">Activation of the classifier; null: logits.</param>
    /// <param name="includePreprocessing">Whether the model itself brings pixels of 0 to 255 into its range.</param>
    /// <param name="name">Name of the model.</param>
    /// <exception cref="ArgumentException">The arguments contradict, or the shape does not fit.</exception>
    /// <exception cref="FileNotFoundException">Published weights are neither in the cache nor to be had.</exception>
    public static Model EfficientNetV2B0(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-b0") =>
        EfficientnetV2Stack.Make("b0", 1.0, 1.0, 224, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "21ecbf6da12460d5c40bb2f29ceb2188", "893217f2bb855e2983157299931e43ff");

    /// <summary>Second EfficientNet B1, for images of 240.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2B1</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2B1(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-b1") =>
        EfficientnetV2Stack.Make("b1", 1.0, 1.1, 240, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "069f0534ff22adf035c89e2d9547a9dc", "0e80663031ca32d657f9caa404b6ec37");

    /// <summary>Second EfficientNet B2, for images of 260.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2B2</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2B2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-b2") =>
        EfficientnetV2Stack.Make("b2", 1.1, 1.2, 260, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "424e49f28180edbde1e94797771950a7", "1dfe2e7a5d45b6632553a8961ea609eb");

    /// <summary>Second EfficientNet B3, for images of 300.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2B3</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2B3(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-b3") =>
        EfficientnetV2Stack.Make("b3", 1.2, 1.4, 300, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "1f1fc43bd98a6e4fd8fdfd551e02c7a0", "f6abf7b5849ac99a89b50dd3fd532856");

    /// <summary>Second EfficientNet S, for images of 384.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2S</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2S(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-s") =>
        EfficientnetV2Stack.Make("s", 1.0, 1.0, 384, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "e1d88a8495beba45748fedd0cecbe016", "af0682fb74e8c54910f2d4393339c070");

    /// <summary>Second EfficientNet M, for images of 480.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2M</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2M(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-m") =>
        EfficientnetV2Stack.Make("m", 1.0, 1.0, 480, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "a3bf6aa3276309f4fc6a34aa114c95cd", "1b8dc055df72dde80d614482840fe342");

    /// <summary>Second EfficientNet L, for images of 480.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.EfficientNetV2L</c>.</remarks>
    /// <inheritdoc cref="EfficientNetV2B0"/>
    public static Model EfficientNetV2L(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", bool includePreprocessing = true, string name = "efficientnetv2-l") =>
        EfficientnetV2Stack.Make("l", 1.0, 1.0, 480, includePreprocessing, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "27e6d408b53c7ebc868fefa357689935", "b0b66b5c863aef5b46e8608fe1711615");

    /// <summary>Gives the images as they are: the model itself brings pixels of 0 to 255 into its range.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.preprocess_input</c>.</remarks>
    /// <param name="x">One image or a batch.</param>
    /// <param name="dataFormat">Of no effect, as in Keras.</param>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => x;

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet_v2.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
