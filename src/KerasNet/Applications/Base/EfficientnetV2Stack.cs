using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>The second EfficientNet: its first stages have one convolution where the others have a pointwise and a depthwise one.</summary>
internal static class EfficientnetV2Stack
{
    private const double Momentum = 0.9;

    // Repeats, filters in and out, expansion, stride, whether the block is a fused one.
    private static readonly Stage[] s_base =
    [
        new(1, 32, 16, 1, 1, IsFused: true), new(2, 16, 32, 4, 2, true), new(2, 32, 48, 4, 2, true), new(3, 48, 96, 4, 2, false), new(5, 96, 112, 6, 1, false), new(8, 112, 192, 6, 2, false),
    ];

    private static readonly Stage[] s_small =
    [
        new(2, 24, 24, 1, 1, IsFused: true), new(4, 24, 48, 4, 2, true), new(4, 48, 64, 4, 2, true), new(6, 64, 128, 4, 2, false), new(9, 128, 160, 6, 1, false), new(15, 160, 256, 6, 2, false),
    ];

    private static readonly Stage[] s_medium =
    [
        new(3, 24, 24, 1, 1, IsFused: true), new(5, 24, 48, 4, 2, true), new(5, 48, 80, 4, 2, true), new(7, 80, 160, 4, 2, false), new(14, 160, 176, 6, 1, false), new(18, 176, 304, 6, 2, false),
        new(5, 304, 512, 6, 1, false),
    ];

    private static readonly Stage[] s_large =
    [
        new(4, 32, 32, 1, 1, IsFused: true), new(7, 32, 64, 4, 2, true), new(7, 64, 96, 4, 2, true), new(10, 96, 192, 4, 2, false), new(19, 192, 224, 6, 1, false), new(25, 224, 384, 6, 2, false),
        new(7, 384, 640, 6, 1, false),
    ];

    public static Model Make(string kind, double width, double depth, int size, bool includePreprocessing, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        var stages = kind switch { "s" => s_small, "m" => s_medium, "l" => s_large, _ => s_base };
        int Filters(int filters) => Math.Max(8, (int)((filters * width) + 4) / 8 * 8);
        var x = image.Input(size);
        x = includePreprocessing ? Preprocess(x, stages == s_base && ImageShape.Channels(image.InputShape!) == 3) : x;
        x = x.Then(Conv(Filters(stages[0].FiltersIn), 3, 2), "stem_conv").Norm("stem_bn", momentum: Momentum).Then(new Layers.Activation("swish"), "stem_activation");
        double blocks = stages.Sum(s => s.Repeats);
        var index = 0;
        for (var i = 0; i < stages.Length; i++)
        {
            var stage = stages[i];
            for (var j = 0; j < (int)Math.Ceiling(depth * stage.Repeats); j++)
            {
                x = Block(x, stage, Filters(j == 0 ? stage.FiltersIn : stage.FiltersOut), Filters(stage.FiltersOut), j == 0 ? stage.Stride : 1, 0.2 * index++ / blocks, $"block{i + 1}{(char)('a' + j)}_");
            }
        }

        x = x.Then(Conv(Filters(1280), 1), "top_conv").Norm("top_bn", momentum: Momentum).Then(new Layers.Activation("swish"), "top_activation");
        x = image.IncludeTop
            ? image.Predictions(x.Then(new GlobalAveragePooling2D(), "avg_pool").Then(new Dropout(0.2), "top_dropout"), EfficientnetStack.DenseInitializer, new Initializers.Constant(0.0))
            : image.Pool(x, "avg_pool", "max_pool");
        return image.Finish(x, name, () => PretrainedFile.In("efficientnet_v2", name + (image.IncludeTop ? ".h5" : "_notop.h5"), image.IncludeTop ? topHash : noTopHash));
    }

    private static Tensor Preprocess(Tensor x, bool hasColours) => hasColours
        ? x.Then(new Rescaling(1.0 / 255)).Then(new Normalization(ImageShape.Axis, (double[])[0.485, 0.456, 0.406], (double[])[0.229 * 0.229, 0.224 * 0.224, 0.225 * 0.225]))
        : x.Then(new Rescaling(1.0 / 128.0, -1));

    private static Conv2D Conv(int filters, int kernel, int stride = 1) =>
        new(filters, kernel, strides: stride, padding: "same", useBias: false, kernelInitializer: EfficientnetStack.ConvInitializer);

    private static Tensor Block(Tensor inputs, Stage stage, int filtersIn, int filtersOut, int stride, double dropRate, string name)
    {
        var filters = filtersIn * stage.Expansion;
        var x = inputs;
        if (stage.Expansion != 1)
        {
            x = x.Then(stage.IsFused ? Conv(filters, 3, stride) : Conv(filters, 1), name + "expand_conv").Norm(name + "expand_bn", momentum: Momentum).Then(new Layers.Activation("swish"), name + "expand_activation");
        }

        if (!stage.IsFused)
        {
            x = x.Then(new DepthwiseConv2D(3, strides: stride, padding: "same", useBias: false, depthwiseInitializer: EfficientnetStack.ConvInitializer), name + "dwconv2")
                .Norm(name + "bn", momentum: Momentum).Then(new Layers.Activation("swish"), name + "activation");
            x = EfficientnetStack.Squeeze(x, filters, Math.Max(1, (int)(filtersIn * 0.25)), name);
        }

        var isSingle = stage is { IsFused: true, Expansion: 1 };
        x = x.Then(isSingle ? Conv(filtersOut, 3, stride) : Conv(filtersOut, 1), name + "project_conv").Norm(name + "project_bn", momentum: Momentum);
        x = isSingle ? x.Then(new Layers.Activation("swish"), name + "project_activation") : x;
        return stride == 1 && filtersIn == filtersOut ? EfficientnetStack.AddDropped(x, inputs, dropRate, name) : x;
    }

    private readonly record struct Stage(int Repeats, int FiltersIn, int FiltersOut, int Expansion, int Stride, bool IsFused);
}
