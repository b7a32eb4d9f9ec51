using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>The third Inception: eleven modules of towers, that is of convolutions beside each other.</summary>
internal static class InceptionV3Stack
{
    public static Model Make(ImageModel image, string name)
    {
        using var made = image;
        var x = image.Input(299, 75);
        x = Conv(Conv(Conv(x, 32, 3, 3, 2, "valid"), 32, 3, 3, 1, "valid"), 64, 3, 3).Then(new MaxPooling2D((3, 3), strides: (2, 2)));
        x = Conv(Conv(x, 80, 1, 1, 1, "valid"), 192, 3, 3, 1, "valid").Then(new MaxPooling2D((3, 3), strides: (2, 2)));
        foreach (var (number, pooled) in ((int, int)[])[(0, 32), (1, 64), (2, 64)])
        {
            x = Mixed(number, Tower(x, (64, 1, 1)), Tower(x, (48, 1, 1), (64, 5, 5)), Tower(x, (64, 1, 1), (96, 3, 3), (96, 3, 3)), Pooled(x, pooled));
        }

        x = Mixed(3, Conv(x, 384, 3, 3, 2, "valid"), Conv(Tower(x, (64, 1, 1), (96, 3, 3)), 96, 3, 3, 2, "valid"), x.Then(new MaxPooling2D((3, 3), strides: (2, 2))));
        foreach (var (number, f) in ((int, int)[])[(4, 128), (5, 160), (6, 160), (7, 192)])
        {
            x = Mixed(
                number, Tower(x, (192, 1, 1)), Tower(x, (f, 1, 1), (f, 1, 7), (192, 7, 1)), Tower(x, (f, 1, 1), (f, 7, 1), (f, 1, 7), (f, 7, 1), (192, 1, 7)), Pooled(x, 192));
        }

        x = Mixed(
            8, Conv(Tower(x, (192, 1, 1)), 320, 3, 3, 2, "valid"), Conv(Tower(x, (192, 1, 1), (192, 1, 7), (192, 7, 1)), 192, 3, 3, 2, "valid"), x.Then(new MaxPooling2D((3, 3), strides: (2, 2))));
        for (var i = 0; i < 2; i++)
        {
            x = Mixed(9 + i, Tower(x, (320, 1, 1)), Fork(Tower(x, (384, 1, 1)), $"mixed9_{i}"), Fork(Tower(x, (448, 1, 1), (384, 3, 3)), null), Pooled(x, 192));
        }

        return image.Finish(
            image.Head(x, null, null), name,
            () => PretrainedFile.Of("inception_v3", "inception_v3", image.IncludeTop, "9a0d58056eeedaa3f26cb7ebd46da564", "bcbd6486424b2319ff4ef7d526e38f63"));
    }

    private static Tensor Conv(Tensor x, int filters, int rows, int columns, int stride = 1, string padding = "same") =>
        x.Then(new Conv2D(filters, (rows, columns), strides: (stride, stride), padding: padding, useBias: false)).Norm(null, scale: false).Relu();

    private static Tensor Tower(Tensor x, params ReadOnlySpan<(int Filters, int Rows, int Columns)> convolutions)
    {
        foreach (var (filters, rows, columns) in convolutions)
        {
            x = Conv(x, filters, rows, columns);
        }

        return x;
    }

    private static Tensor Fork(Tensor x, string? name)
    {
        var (a, b) = (Conv(x, 384, 1, 3), Conv(x, 384, 3, 1));
        return new Concatenate(ImageShape.Axis).On(name, a, b);
    }

    private static Tensor Pooled(Tensor x, int filters) => Conv(x.Then(new AveragePooling2D((3, 3), strides: (1, 1), padding: "same")), filters, 1, 1);

    private static Tensor Mixed(int number, params Tensor[] towers) => new Concatenate(ImageShape.Axis).On($"mixed{number}", towers);
}
