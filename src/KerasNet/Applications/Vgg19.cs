namespace KerasNet.Applications;

/// <summary>VGG with 19 layers: small convolutions, one after the other.</summary>
/// <remarks>Python: <c>keras.applications.vgg19</c>. Simonyan and Zisserman, <see href="https://arxiv.org/abs/1409.1556"/>.</remarks>
public static class Vgg19
{
    /// <summary>VGG with 19 layers of weights.</summary>
    /// <remarks>Python: <c>keras.applications.vgg19.VGG19</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model VGG19(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "vgg19") =>
        VggStack.Make("vgg19", [2, 2, 4, 4, 4], new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name, "cbe5617147190e668d6c5d5026f83318", "253f8cb515780f3b799900260a226db6");

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: BGR, less the mean of ImageNet.</summary>
    /// <remarks>Python: <c>keras.applications.vgg19.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "caffe");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.vgg19.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
