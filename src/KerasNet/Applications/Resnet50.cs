namespace KerasNet.Applications;

/// <summary>The residual network with 50 layers, under the name of its own module.</summary>
/// <remarks>Python: <c>keras.applications.resnet50</c>. He, Zhang, Ren and Sun, <see href="https://arxiv.org/abs/1512.03385"/>.</remarks>
public static class Resnet50
{
    /// <summary>Residual network with 50 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.resnet50.ResNet50</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model ResNet50(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "resnet50") =>
        Resnet.ResNet50(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation, name);

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: BGR, less the mean of ImageNet.</summary>
    /// <remarks>Python: <c>keras.applications.resnet50.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "caffe");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.resnet50.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
