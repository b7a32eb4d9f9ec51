using KerasNet.Initializers;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>EfficientNet: inverted residuals with squeeze-and-excitation; factors of width and depth make the eight models.</summary>
internal static class EfficientnetStack
{
    private static readonly double[] s_deviation = [0.229, 0.224, 0.225];

    private static readonly Stage[] s_stages =
    [
        new(3, 1, 32, 16, 1, 1), new(3, 2, 16, 24, 6, 2), new(5, 2, 24, 40, 6, 2), new(3, 3, 40, 80, 6, 2), new(5, 3, 80, 112, 6, 1), new(5, 4, 112, 192, 6, 2), new(3, 1, 192, 320, 6, 1),
    ];

    /// <summary>First values of all convolutions.</summary>
    public static Initializer ConvInitializer => new VarianceScaling(2.0, "fan_out", "truncated_normal");

    /// <summary>First values of the classifier.</summary>
    public static Initializer DenseInitializer => new VarianceScaling(1.0 / 3.0, "fan_out", "uniform");

    public static Model Make(double width, double depth, int size, double dropoutRate, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        int Filters(double filters) => ImageShape.Divisible(filters * width);
        var x = image.Input(size).Then(new Rescaling(1.0 / 255.0)).Then(new Normalization(ImageShape.Axis));
        if (image.IsPretrained)
        {
            // The published weights divide by the root of the deviation once more.
            x = x.Then(new Rescaling(Array.ConvertAll(s_deviation, d => 1.0 / Math.Sqrt(d))));
        }

        x = x.Then(new ZeroPadding2D(ImageShape.CorrectPad(x, 3)), "stem_conv_pad").Then(new Conv2D(Filters(32), 3, strides: 2, padding: "valid", useBias: false, kernelInitializer: ConvInitializer), "stem_conv")
            .Norm("stem_bn").Then(new Layers.Activation("swish"), "stem_activation");
        double blocks = s_stages.Sum(s => (int)Math.Ceiling(depth * s.Repeats));
        var index = 0;
        for (var i = 0; i < s_stages.Length; i++)
        {
            var stage = s_stages[i];
            for (var j = 0; j < (int)Math.Ceiling(depth * stage.Repeats); j++)
            {
                x = Block(x, stage, Filters(j == 0 ? stage.FiltersIn : stage.FiltersOut), Filters(stage.FiltersOut), j == 0 ? stage.Stride : 1, 0.2 * index++ / blocks, $"block{i + 1}{(char)('a' + j)}_");
            }
        }

        x = x.Then(new Conv2D(Filters(1280), 1, padding: "same", useBias: false, kernelInitializer: ConvInitializer), "top_conv").Norm("top_bn").Then(new Layers.Activation("swish"), "top_activation");
        x = image.IncludeTop
            ? image.Predictions(x.Then(new GlobalAveragePooling2D(), "avg_pool").Then(new Dropout(dropoutRate), "top_dropout"), DenseInitializer)
            : image.Pool(x, "avg_pool", "max_pool");
        return image.Finish(x, name, () =>
        {
            var file = name + (image.IncludeTop ? ".h5" : "_notop.h5");
            return new PretrainedFile(file, "https://storage.googleapis.com/keras-applications/" + file, image.IncludeTop ? topHash : noTopHash);
        });
    }

    /// <summary>Squeeze-and-excitation: each channel is scaled by what all of them are on average.</summary>
    public static Tensor Squeeze(Tensor x, int filters, int reduced, string name)
    {
        var s = x.Then(new GlobalAveragePooling2D(), name + "se_squeeze").Then(new Reshape(ImageShape.Of(1, 1, filters)), name + "se_reshape")
            .Then(new Conv2D(reduced, 1, padding: "same", activation: "swish", kernelInitializer: ConvInitializer), name + "se_reduce")
            .Then(new Conv2D(filters, 1, padding: "same", activation: "sigmoid", kernelInitializer: ConvInitializer), name + "se_expand");
        return new Multiply().On(name + "se_excite", x, s);
    }

    /// <summary>Adds a block's input, the block's output being left out of a sample at a rate.</summary>
    public static Tensor AddDropped(Tensor x, Tensor inputs, double rate, string name)
    {
        x = rate > 0 ? x.Then(new Dropout(rate, noiseShape: (null, 1, 1, 1)), name + "drop") : x;
        return new Add().On(name + "add", x, inputs);
    }

    private static Tensor Block(Tensor inputs, Stage stage, int filtersIn, int filtersOut, int stride, double dropRate, string name)
    {
        var filters = filtersIn * stage.Expansion;
        var x = inputs;
        if (stage.Expansion != 1)
        {
            x = x.Then(new Conv2D(filters, 1, padding: "same", useBias: false, kernelInitializer: ConvInitializer), name + "expand_conv").Norm(name + "expand_bn").Then(new Layers.Activation("swish"), name + "expand_activation");
        }

        if (stride == 2)
        {
            x = x.Then(new ZeroPadding2D(ImageShape.CorrectPad(x, stage.Kernel)), name + "dwconv_pad");
        }

        x = x.Then(new DepthwiseConv2D(stage.Kernel, strides: stride, padding: stride == 2 ? "valid" : "same", useBias: false, depthwiseInitializer: ConvInitializer), name + "dwconv")
            .Norm(name + "bn").Then(new Layers.Activation("swish"), name + "activation");
        x = Squeeze(x, filters, Math.Max(1, (int)(filtersIn * 0.25)), name)
            .Then(new Conv2D(filtersOut, 1, padding: "same", useBias: false, kernelInitializer: ConvInitializer), name + "project_conv").Norm(name + "project_bn");
        return stride == 1 && filtersIn == filtersOut ? AddDropped(x, inputs, dropRate, name) : x;
    }

    private readonly record struct Stage(int Kernel, int Repeats, int FiltersIn, int FiltersOut, int Expansion, int Stride);
}
