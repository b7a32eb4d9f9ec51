namespace KerasNet.Applications;

/// <summary>NASNet: cells that a search found.</summary>
/// <remarks>Python: <c>keras.applications.nasnet</c>. Zoph, Vasudevan, Shlens and Le, <see href="https://arxiv.org/abs/1707.07012"/>.</remarks>
public static class Nasnet
{
    /// <summary>The small NASNet, for images of 224.</summary>
    /// <remarks>Python: <c>keras.applications.nasnet.NASNetMobile</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model NASNetMobile(
        TensorShape? inputShape = null, bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "nasnet_mobile") =>
        NasnetStack.Make(isLarge: false, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>The large NASNet, for images of 331.</summary>
    /// <remarks>Python: <c>keras.applications.nasnet.NASNetLarge</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model NASNetLarge(
        TensorShape? inputShape = null, bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "nasnet_large") =>
        NasnetStack.Make(isLarge: true, new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: between -1 and 1.</summary>
    /// <remarks>Python: <c>keras.applications.nasnet.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "tf");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.nasnet.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
