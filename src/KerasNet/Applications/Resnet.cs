namespace KerasNet.Applications;

/// <summary>Residual networks: each block adds to what came in.</summary>
/// <remarks>Python: <c>keras.applications.resnet</c>. He, Zhang, Ren and Sun, <see href="https://arxiv.org/abs/1512.03385"/>.</remarks>
public static class Resnet
{
    /// <summary>Residual network with 50 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet.ResNet50</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet50(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet50") =>
        ResnetStack.Make("resnet50", isV2: false, [3, 4, 6, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "2cb95161c43110f7111970584f804107", "4d473c1dd8becc155b73f8504c6f6626");

    /// <summary>Residual network with 101 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet.ResNet101</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet101(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet101") =>
        ResnetStack.Make("resnet101", isV2: false, [3, 4, 23, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "f1aeb4b969a6efcfb50fad2f0c20cfc5", "88cf7a10940856eca736dc7b7e228a21");

    /// <summary>Residual network with 152 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet.ResNet152</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet152(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet152") =>
        ResnetStack.Make("resnet152", isV2: false, [3, 8, 36, 3], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "100835be76be38e30d865e96f2aaae62", "ee4c566cf9a93f14d82f913c2dc6dd0c");

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: BGR, less the mean of ImageNet.</summary>
    /// <remarks>Python: <c>keras.applications.resnet.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "caffe");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.resnet.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
