using System.Globalization;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>The third MobileNet: the blocks of the second, some with squeeze-and-excitation, kernels of 5 and hard swish.</summary>
internal static class MobilenetV3Stack
{
    private const double Momentum = 0.999;

    private static readonly Dictionary<string, (string Top, string NoTop)> s_hashes = new(StringComparer.Ordinal)
    {
        ["large_224_0.75_float"] = ("765b44a33ad4005b3ac83185abf1d0eb", "40af19a13ebea4e2ee0c676887f69a2e"),
        ["large_224_1.0_float"] = ("59e551e166be033d707958cf9e29a6a7", "07fb09a5933dd0c8eaafa16978110389"),
        ["large_minimalistic_224_1.0_float"] = ("675e7b876c45c57e9e63e6d90a36599c", "ec5221f64a2f6d1ef965a614bdae7973"),
        ["small_224_0.75_float"] = ("cb65d4e5be93758266aa0a7f2c6708b7", "ebdb5cc8e0b497cd13a7c275d475c819"),
        ["small_224_1.0_float"] = ("8768d4c2e7dee89b9d02b2d03d65d862", "d3e8ec802a04aa4fc771ee12a9a9b836"),
        ["small_minimalistic_224_1.0_float"] = ("99cd97fb2fcdad2bf028eb838de69e37", "cde8136e733e811080d9fcd8a252f7e4"),
    };

    private static readonly Block[] s_small =
    [
        new(1, 16, 2, IsWide: false, Squeezes: true, Swishes: false), new(72.0 / 16, 24, 2, false, false, false), new(88.0 / 24, 24, 1, false, false, false), new(4, 40, 2, true, true, true),
        new(6, 40, 1, true, true, true), new(6, 40, 1, true, true, true), new(3, 48, 1, true, true, true), new(3, 48, 1, true, true, true), new(6, 96, 2, true, true, true),
        new(6, 96, 1, true, true, true), new(6, 96, 1, true, true, true),
    ];

    private static readonly Block[] s_large =
    [
        new(1, 16, 1, IsWide: false, Squeezes: false, Swishes: false), new(4, 24, 2, false, false, false), new(3, 24, 1, false, false, false), new(3, 40, 2, true, true, false),
        new(3, 40, 1, true, true, false), new(3, 40, 1, true, true, false), new(6, 80, 2, false, false, true), new(2.5, 80, 1, false, false, true), new(2.3, 80, 1, false, false, true),
        new(2.3, 80, 1, false, false, true), new(6, 112, 1, false, true, true), new(6, 112, 1, false, true, true), new(6, 160, 2, true, true, true), new(6, 160, 1, true, true, true),
        new(6, 160, 1, true, true, true),
    ];

    public static Model Make(string size, double alpha, bool minimalistic, double dropoutRate, bool includePreprocessing, ImageModel image, string name)
    {
        using var made = image;
        CheckShape(image);
        if (image.IsPretrained)
        {
            if (minimalistic ? alpha != 1.0 : alpha is not (0.75 or 1.0))
            {
                throw new ArgumentException($"If imagenet weights are being loaded, alpha can be one of `0.75`, `1.0` for non minimalistic or `1.0` for minimalistic only. Received: alpha={alpha}", nameof(alpha));
            }

            PretrainedSize.Of(image, 224);
        }

        Layer Activation() => minimalistic ? new ReLU() : new Layers.Activation("hard_swish");
        var x = image.Input();
        x = includePreprocessing ? x.Then(new Rescaling(1.0 / 127.5, -1.0)) : x;
        x = x.Then(new Conv2D(16, 3, strides: (2, 2), padding: "same", useBias: false), "conv").Norm("conv_bn", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(Activation());
        var blocks = size == "small" ? s_small : s_large;
        for (var i = 0; i < blocks.Length; i++)
        {
            x = Inverted(x, blocks[i], ImageShape.Divisible(blocks[i].Filters * alpha), minimalistic, i);
        }

        var last = size == "small" ? 1024 : 1280;
        x = x.Then(new Conv2D(ImageShape.Divisible(x.Shape[ImageShape.Axis] * 6), 1, padding: "same", useBias: false), "conv_1").Norm("conv_1_bn", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(Activation());
        if (image.IncludeTop)
        {
            x = x.Then(new GlobalAveragePooling2D(keepdims: true)).Then(new Conv2D(alpha > 1 ? ImageShape.Divisible(last * alpha) : last, 1, padding: "same"), "conv_2").Then(Activation());
            x = dropoutRate > 0 ? x.Then(new Dropout(dropoutRate)) : x;
            x = x.Then(new Conv2D(image.Classes, 1, padding: "same"), "logits").Then(new Flatten());
            image.CheckActivation();
            x = x.Then(new Layers.Activation(image.ClassifierActivation ?? "linear"), "predictions");
        }
        else
        {
            x = image.Pool(x, "avg_pool", "max_pool");
        }

        return image.Finish(x, name, () =>
        {
            var kind = string.Create(CultureInfo.InvariantCulture, $"{size}{(minimalistic ? "_minimalistic" : "")}_224_{alpha:0.0#}_float");
            return PretrainedFile.In("mobilenet_v3", $"weights_mobilenet_v3_{kind}{(image.IncludeTop ? "" : "_no_top_v2")}.h5", image.IncludeTop ? s_hashes[kind].Top : s_hashes[kind].NoTop);
        });
    }

    private static void CheckShape(ImageModel image)
    {
        if (image is { InputShape: { Rank: 3 } shape, InputTensor: { } tensor } && ImageShape.Columns(shape) != ImageShape.Columns(tensor.Shape[1..]))
        {
            throw new ArgumentException($"input_shape[1] must equal input_tensor.shape[2]. Received input_shape={shape}, input_tensor.shape={tensor.Shape}");
        }

        image.InputShape ??= image.InputTensor?.Shape[1..] ?? ImageShape.Of(-1, -1);
        if (image.InputShape.Rank != 3)
        {
            throw new ArgumentException($"`inputShape` must be a tuple of three integers. Received: inputShape={image.InputShape}");
        }

        var (rows, columns) = (ImageShape.Rows(image.InputShape), ImageShape.Columns(image.InputShape));
        if (rows > 0 && columns > 0 && (rows < 32 || columns < 32))
        {
            throw new ArgumentException($"Input size must be at least 32x32; Received `input_shape={image.InputShape}`");
        }
    }

    private static Tensor Inverted(Tensor inputs, Block block, int filters, bool minimalistic, int id)
    {
        Layer Activation() => block.Swishes && !minimalistic ? new Layers.Activation("hard_swish") : new ReLU();
        var prefix = id == 0 ? "expanded_conv_" : $"expanded_conv_{id}_";
        var channels = inputs.Shape[ImageShape.Axis];
        var wide = ImageShape.Divisible(channels * block.Expansion);
        var kernel = block.IsWide && !minimalistic ? 5 : 3;
        var x = inputs;
        if (id > 0)
        {
            x = x.Then(new Conv2D(wide, 1, padding: "same", useBias: false), prefix + "expand").Norm(prefix + "expand_bn", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(Activation());
        }

        if (block.Stride == 2)
        {
            x = x.Then(new ZeroPadding2D(ImageShape.CorrectPad(x, kernel)), prefix + "depthwise_pad");
        }

        x = x.Then(new DepthwiseConv2D(kernel, strides: block.Stride, padding: block.Stride == 1 ? "same" : "valid", useBias: false), prefix + "depthwise")
            .Norm(prefix + "depthwise_bn", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(Activation());
        x = block.Squeezes && !minimalistic ? Squeeze(x, wide, prefix + "squeeze_excite_") : x;
        x = x.Then(new Conv2D(filters, 1, padding: "same", useBias: false), prefix + "project").Norm(prefix + "project_bn", 1e-3, Momentum, axis: ImageShape.LastAxis);
        return block.Stride == 1 && channels == filters ? new Add().On(prefix + "add", inputs, x) : x;
    }

    private static Tensor Squeeze(Tensor inputs, int filters, string prefix)
    {
        var x = inputs.Then(new GlobalAveragePooling2D(keepdims: true), prefix + "avg_pool").Then(new Conv2D(ImageShape.Divisible(filters * 0.25), 1, padding: "same"), prefix + "conv")
            .Then(new ReLU(), prefix + "relu").Then(new Conv2D(filters, 1, padding: "same"), prefix + "conv_1");
        // Automatic names go by the order in which layers are made: Python makes this one before the sum that it is called on.
        var relu = new ReLU(6.0);
        var factor = relu.Apply(x + 3.0) * (1.0 / 6.0);
        return new Multiply().On(prefix + "mul", inputs, factor);
    }

    private readonly record struct Block(double Expansion, int Filters, int Stride, bool IsWide, bool Squeezes, bool Swishes);
}
