namespace KerasNet.Applications;

/// <summary>Inception with residual connections.</summary>
/// <remarks>Python: <c>keras.applications.inception_resnet_v2</c>. Szegedy and others, <see href="https://arxiv.org/abs/1602.07261"/>.</remarks>
public static class InceptionResnetV2
{
    /// <summary>The second Inception with residual connections.</summary>
    /// <remarks>Python: <c>keras.applications.inception_resnet_v2.InceptionResNetV2</c>.</remarks>
    /// <inheritdoc cref="Vgg16.VGG16"/>
    public static Model InceptionResNetV2(
        bool includeTop = true, string? weights = "imagenet", Tensor? inputTensor = null, TensorShape? inputShape = null, string? pooling = null, int classes = 1000, string? classifierActivation = "softmax", string name = "inception_resnet_v2") =>
        InceptionResnetV2Stack.Make(new ImageModel(includeTop, weights, inputTensor, inputShape, pooling, classes, classifierActivation), name);

    /// <summary>Brings pixels of 0 to 255 into the range that the model was trained on: between -1 and 1.</summary>
    /// <remarks>Python: <c>keras.applications.inception_resnet_v2.preprocess_input</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.PreprocessInput"/>
    public static Tensor PreprocessInput(Tensor x, string? dataFormat = null) => ImagenetUtils.PreprocessInput(x, dataFormat, "tf");

    /// <summary>The most probable classes of each prediction.</summary>
    /// <remarks>Python: <c>keras.applications.inception_resnet_v2.decode_predictions</c>.</remarks>
    /// <inheritdoc cref="ImagenetUtils.DecodePredictions"/>
    public static IReadOnlyList<IReadOnlyList<(string ClassName, string Description, float Score)>> DecodePredictions(Tensor preds, int top = 5) => ImagenetUtils.DecodePredictions(preds, top);
}
