using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>NASNet: two kinds of cells, those that keep the size of the image and those that halve it; each sees the outputs of the two cells before it.</summary>
internal static class NasnetStack
{
    private const double Momentum = 0.9997;

    public static Model Make(bool isLarge, ImageModel image, string name)
    {
        using var made = image;
        ChannelsLast.Require("NASNet");
        if (image.IsPretrained && image.InputShape is { IsFullyDefined: false })
        {
            throw new ArgumentException(
                $"When specifying the input shape of a NASNet and loading `ImageNet` weights, the input_shape argument must be static (no None entries). Got: `input_shape={image.InputShape}`.");
        }

        if (!isLarge && !image.IncludeTop)
        {
            image.InputShape ??= (224, 224, 3);
        }

        var (stem, filters, repeats) = isLarge ? (96, 168, 6) : (32, 44, 4);
        var x = image.Input(isLarge ? 331 : 224).Then(new Conv2D(stem, (3, 3), strides: (2, 2), padding: "valid", useBias: false, kernelInitializer: "he_normal"), "stem_conv1");
        x = Norm(x, "stem_bn1");
        Tensor? p = null;
        (x, p) = (Reduction(x, p, filters / 4, "stem_1"), x);
        (x, p) = (Reduction(x, p, filters / 2, "stem_2"), x);
        for (var stage = 0; stage < 3; stage++)
        {
            if (stage > 0)
            {
                var before = p;
                (x, p) = (Reduction(x, p, filters << stage, $"reduce_{stage * repeats}"), x);
                p = isLarge ? before : p;
            }

            for (var i = 0; i < repeats; i++)
            {
                (x, p) = (Normal(x, p, filters << stage, $"{(stage * repeats) + i + (stage > 0 ? 1 : 0)}"), x);
            }
        }

        x = x.Relu();
        x = image.IncludeTop ? image.Predictions(x.Then(new GlobalAveragePooling2D())) : image.Pool(x);
        return image.Finish(x, name, () => File(isLarge, image.IncludeTop));
    }

    private static PretrainedFile File(bool isLarge, bool includeTop)
    {
        var size = isLarge ? "large" : "mobile";
        var hash = (isLarge, includeTop) switch
        {
            (false, true) => "020fb642bf7360b370c678b08e0adf61",
            (false, false) => "1ed92395b5b598bdda52abe5c0dbfd63",
            (true, true) => "11577c9a518f0070763c2b964a382f17",
            _ => "d81d89dc07e6e56530c4e77faddd61b5",
        };
        return PretrainedFile.In("nasnet", $"NASNet-{size}{(includeTop ? "" : "-no-top")}.h5", hash) with { Name = $"nasnet_{size}{(includeTop ? "" : "_no_top")}.h5" };
    }

    private static Tensor Norm(Tensor x, string name) => x.Norm(name, 1e-3, Momentum, axis: -1);

    private static Conv2D Point(int filters) => new(filters, (1, 1), padding: "same", useBias: false, kernelInitializer: "he_normal");

    private static AveragePooling2D Average() => new((3, 3), strides: (1, 1), padding: "same");

    private static Tensor Separable(Tensor x, int filters, int kernel, int stride, string id)
    {
        x = x.Relu();
        x = stride == 2 ? x.Then(new ZeroPadding2D(ImageShape.CorrectPad(x, kernel)), $"separable_conv_1_pad_{id}") : x;
        x = x.Then(new SeparableConv2D(filters, (kernel, kernel), strides: (stride, stride), padding: stride == 2 ? "valid" : "same", useBias: false), $"separable_conv_1_{id}");
        x = Norm(x, $"separable_conv_1_bn_{id}").Relu().Then(new SeparableConv2D(filters, (kernel, kernel), padding: "same", useBias: false), $"separable_conv_2_{id}");
        return Norm(x, $"separable_conv_2_bn_{id}");
    }

    /// <summary>Brings the output of the cell before the last one to the size and the filters of the last one's.</summary>
    private static Tensor Adjust(Tensor? p, Tensor x, int filters, string id)
    {
        if (p is null)
        {
            return x;
        }

        if (p.Shape.Dims[2] != x.Shape.Dims[2])
        {
            p = p.Relu($"adjust_relu_1_{id}");
            var a = p.Then(new AveragePooling2D((1, 1), strides: (2, 2), padding: "valid"), $"adjust_avg_pool_1_{id}").Then(Point(filters / 2), $"adjust_conv_1_{id}");
            var b = p.Then(new ZeroPadding2D(((0, 1), (0, 1)))).Then(new Cropping2D(((1, 0), (1, 0)))).Then(new AveragePooling2D((1, 1), strides: (2, 2), padding: "valid"), $"adjust_avg_pool_2_{id}")
                .Then(Point(filters / 2), $"adjust_conv_2_{id}");
            return Norm(new Concatenate(-1).On(null, a, b), $"adjust_bn_{id}");
        }

        return p.Shape.Dims[3] == filters ? p : Norm(p.Relu().Then(Point(filters), $"adjust_conv_projection_{id}"), $"adjust_bn_{id}");
    }

    private static Tensor Normal(Tensor x, Tensor? before, int filters, string id)
    {
        var p = Adjust(before, x, filters, id);
        var h = Norm(x.Relu().Then(Point(filters), $"normal_conv_1_{id}"), $"normal_bn_1_{id}");
        Tensor Sum(string name, Tensor a, Tensor b) => new Add().On($"normal_{name}_{id}", a, b);
        var x1 = Sum("add_1", Separable(h, filters, 5, 1, $"normal_left1_{id}"), Separable(p, filters, 3, 1, $"normal_right1_{id}"));
        var x2 = Sum("add_2", Separable(p, filters, 5, 1, $"normal_left2_{id}"), Separable(p, filters, 3, 1, $"normal_right2_{id}"));
        var x3 = Sum("add_3", h.Then(Average(), $"normal_left3_{id}"), p);
        var x4 = Sum("add_4", p.Then(Average(), $"normal_left4_{id}"), p.Then(Average(), $"normal_right4_{id}"));
        var x5 = Sum("add_5", Separable(h, filters, 3, 1, $"normal_left5_{id}"), h);
        return new Concatenate(-1).On($"normal_concat_{id}", p, x1, x2, x3, x4, x5);
    }

    private static Tensor Reduction(Tensor x, Tensor? before, int filters, string id)
    {
        var p = Adjust(before, x, filters, id);
        var h = Norm(x.Relu().Then(Point(filters), $"reduction_conv_1_{id}"), $"reduction_bn_1_{id}");
        var padded = h.Then(new ZeroPadding2D(ImageShape.CorrectPad(h, 3)), $"reduction_pad_1_{id}");
        Tensor Sum(string? name, Tensor a, Tensor b) => new Add().On(name is null ? null : $"reduction_{name}_{id}", a, b);
        MaxPooling2D Largest() => new((3, 3), strides: (2, 2), padding: "valid");
        var x1 = Sum("add_1", Separable(h, filters, 5, 2, $"reduction_left1_{id}"), Separable(p, filters, 7, 2, $"reduction_right1_{id}"));
        var x2 = Sum("add_2", padded.Then(Largest(), $"reduction_left2_{id}"), Separable(p, filters, 7, 2, $"reduction_right2_{id}"));
        var x3 = Sum("add3", padded.Then(new AveragePooling2D((3, 3), strides: (2, 2), padding: "valid"), $"reduction_left3_{id}"), Separable(p, filters, 5, 2, $"reduction_right3_{id}"));
        var x4 = Sum(null, x2, x1.Then(Average(), $"reduction_left4_{id}"));
        var x5 = Sum("add4", Separable(x1, filters, 3, 1, $"reduction_left4_{id}"), padded.Then(Largest(), $"reduction_right5_{id}"));
        return new Concatenate(-1).On($"reduction_concat_{id}", x2, x3, x4, x5);
    }
}
