namespace KerasNet.Applications;

/// <summary>Residual networks that normalise and activate before each convolution.</summary>
/// <remarks>Python: <c>keras.applications.resnet_v2</c>. He, Zhang, Ren and Sun, <see href="https://arxiv.org/abs/1603.05027"/>.</remarks>
public static class ResnetV2
{
    /// <summary>Second residual network with 50 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet_v2.ResNet50V2</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet50V2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet50v2") =>
        ResnetStack.Make("resnet50v2", isV2: true, [3, 4, 6, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "3ef43a0b657b3be2300d5770ece849e0", "fac2f116257151a9d068a22e544a4917");

    /// <summary>Second residual network with 101 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet_v2.ResNet101V2</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet101V2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet101v2") =>
        ResnetStack.Make("resnet101v2", isV2: true, [3, 4, 23, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "6343647c601c52e1368623803854d971", "c0ed64b8031c3730f411d2eb4eea35b5");

    /// <summary>Second residual network with 152 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet_v2.ResNet152V2</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet152V2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet152v2") =>
        ResnetStack.Make("resnet152v2", isV2: true, [3, 8, 36, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "a49b44d1979771252814e80f8ec446f9", "ed17cf2e0169df9d443503ef94b23b33");

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: between -1 and 1.</summary>
    /// <remarks>Python: <c>keras.applications.resnet_v2.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "tf");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.resnet_v2.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
