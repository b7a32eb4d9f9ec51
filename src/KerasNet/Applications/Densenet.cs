namespace KerasNet.Applications;

/// <summary>Densely connected networks: each layer sees the outputs of all before it in its block.</summary>
/// <remarks>Python: <c>keras.applications.densenet</c>. Huang, Liu, van der Maaten and Weinberger, <see href="https://arxiv.org/abs/1608.06993"/>.</remarks>
public static class Densenet
{
    /// <summary>Densely connected network with 121 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.densenet.DenseNet121</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model DenseNet121(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "densenet121") =>
        DensenetStack.Make("densenet121", [6, 12, 24, 16], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "9d60b8095a5708f2dcce2bca79d332c7", "30ee3e1110167f948a6b9946edeeb738");

    /// <summary>Densely connected network with 169 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.densenet.DenseNet169</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model DenseNet169(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "densenet169") =>
        DensenetStack.Make("densenet169", [6, 12, 32, 32], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "d699b8f76981ab1b30698df4c175e90b", "b8c4d4c20dd625c148057b9ff1c1176b");

    /// <summary>Densely connected network with 201 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.densenet.DenseNet201</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model DenseNet201(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "densenet201") =>
        DensenetStack.Make("densenet201", [6, 12, 48, 32], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "1ceb130c1ea1b78c3bf6114dbdfd8807", "c13680b51ded0fb44dff2d8f86ac8bb1");

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: of mean 0 and deviation 1, as ImageNet has them.</summary>
    /// <remarks>Python: <c>keras.applications.densenet.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "torch");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.densenet.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
