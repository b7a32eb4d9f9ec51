namespace KerasNet.Applications;

/// <summary>EfficientNet: width, depth and image size grow together.</summary>
/// <remarks>Python: <c>keras.applications.efficientnet</c>. Tan and Le, <see href="https://arxiv.org/abs/1905.11946"/>.</remarks>
public static class Efficientnet
{
    /// <summary>EfficientNet B0, for images of 224.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB0</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB0(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb0") =>
        EfficientnetStack.Make(1.0, 1.0, 224, 0.2, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "902e53a9f72be733fc0bcb005b3ebbac", "50bc09e76180e00e4465e1a485ddc09d");

    /// <summary>EfficientNet B1, for images of 240.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB1</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB1(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb1") =>
        EfficientnetStack.Make(1.0, 1.1, 240, 0.2, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "1d254153d4ab51201f1646940f018540", "74c4e6b3e1f6a1eea24c589628592432");

    /// <summary>EfficientNet B2, for images of 260.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB2</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb2") =>
        EfficientnetStack.Make(1.1, 1.2, 260, 0.3, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "b15cce36ff4dcbd00b6dd88e7857a6ad", "111f8e2ac8aa800a7a99e3239f7bfb39");

    /// <summary>EfficientNet B3, for images of 300.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB3</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB3(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb3") =>
        EfficientnetStack.Make(1.2, 1.4, 300, 0.3, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "ffd1fdc53d0ce67064dc6a9c7960ede0", "af6d107764bb5b1abb91932881670226");

    /// <summary>EfficientNet B4, for images of 380.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB4</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB4(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb4") =>
        EfficientnetStack.Make(1.4, 1.8, 380, 0.4, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "18c95ad55216b8f92d7e70b3a046e2fc", "ebc24e6d6c33eaebbd558eafbeedf1ba");

    /// <summary>EfficientNet B5, for images of 456.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB5</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB5(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb5") =>
        EfficientnetStack.Make(1.6, 2.2, 456, 0.4, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "ace28f2a6363774853a83a0b21b9421a", "38879255a25d3c92d5e44e04ae6cec6f");

    /// <summary>EfficientNet B6, for images of 528.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB6</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB6(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb6") =>
        EfficientnetStack.Make(1.8, 2.6, 528, 0.5, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "165f6e37dce68623721b423839de8be5", "9ecce42647a20130c1f39a5d4cb75743");

    /// <summary>EfficientNet B7, for images of 600.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.EfficientNetB7</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model EfficientNetB7(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "efficientnetb7") =>
        EfficientnetStack.Make(2.0, 3.1, 600, 0.5, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "8c03f828fec3ef71311cd463b6759d99", "cbcfe4450ddf6f3ad90b1b398090fe4a");

    /// <summary>Gives the images as they are: the model itself brings pixels of 0 to 255 into its range.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.preprocess_input</c>.</remarks>
    /// <param name="x">One image or a batch.</param>
    /// <param name="dataFormat">Of no effect, as in Keras.</param>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => x;

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.efficientnet.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
