using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Inception with residual connections: three kinds of blocks, each a set of towers whose sum is scaled before it is added.</summary>
internal static class InceptionResnetV2Stack
{
    public static Model Make(ImageModel image, string name)
    {
        using var made = image;
        var x = image.Input(299, 75);
        x = Conv(Conv(Conv(x, 32, 3, 2, "valid"), 32, 3, 1, "valid"), 64, 3).Then(new MaxPooling2D(3, strides: 2));
        x = Conv(Conv(x, 80, 1, 1, "valid"), 192, 3, 1, "valid").Then(new MaxPooling2D(3, strides: 2));
        x = Mixed(
            "mixed_5b", Conv(x, 96, 1), Conv(Conv(x, 48, 1), 64, 5), Conv(Conv(Conv(x, 64, 1), 96, 3), 96, 3), Conv(x.Then(new AveragePooling2D(3, strides: 1, padding: "same")), 64, 1));
        for (var i = 1; i <= 10; i++)
        {
            x = Residual(x, 0.17, $"block35_{i}", t => [Conv(t, 32, 1), Conv(Conv(t, 32, 1), 32, 3), Conv(Conv(Conv(t, 32, 1), 48, 3), 64, 3)]);
        }

        x = Mixed("mixed_6a", Conv(x, 384, 3, 2, "valid"), Conv(Conv(Conv(x, 256, 1), 256, 3), 384, 3, 2, "valid"), x.Then(new MaxPooling2D(3, strides: 2, padding: "valid")));
        for (var i = 1; i <= 20; i++)
        {
            x = Residual(x, 0.1, $"block17_{i}", t => [Conv(t, 192, 1), Conv(Conv(Conv(t, 128, 1), 160, (1, 7)), 192, (7, 1))]);
        }

        x = Mixed(
            "mixed_7a", Conv(Conv(x, 256, 1), 384, 3, 2, "valid"), Conv(Conv(x, 256, 1), 288, 3, 2, "valid"), Conv(Conv(Conv(x, 256, 1), 288, 3), 320, 3, 2, "valid"),
            x.Then(new MaxPooling2D(3, strides: 2, padding: "valid")));
        for (var i = 1; i <= 10; i++)
        {
            x = Residual(x, i < 10 ? 0.2 : 1.0, $"block8_{i}", t => [Conv(t, 192, 1), Conv(Conv(Conv(t, 192, 1), 224, (1, 3)), 256, (3, 1))], isActive: i < 10);
        }

        x = Conv(x, 1536, 1, name: "conv_7b");
        return image.Finish(
            image.Head(x, null, null), name,
            () => PretrainedFile.Of("inception_resnet_v2", "inception_resnet_v2", image.IncludeTop, "e693bd0210a403b3192acc6073ad2e96", "d19885ff4a710c122648d3b5c3b684e4"));
    }

    private static Tensor Conv(Tensor x, int filters, SpatialSizes kernel, int stride = 1, string padding = "same", string? name = null) =>
        x.Then(new Conv2D(filters, kernel, strides: stride, padding: padding, useBias: false), name).Norm(name is null ? null : name + "_bn", scale: false).Relu(name is null ? null : name + "_ac");

    private static Tensor Mixed(string name, params Tensor[] towers) => new Concatenate(ImageShape.Axis).On(name, towers);

    private static Tensor Residual(Tensor x, double scale, string name, Func<Tensor, Tensor[]> towers, bool isActive = true)
    {
        var up = Mixed(name + "_mixed", towers(x)).Then(new Conv2D(x.Shape[ImageShape.Axis], 1, strides: 1, padding: "same"), name + "_conv");
        x = new CustomScaleLayer(scale).On(null, x, up);
        return isActive ? x.Relu(name + "_ac") : x;
    }
}
