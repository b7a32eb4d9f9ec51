using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>ConvNeXt: four stages of blocks, each block a wide depthwise convolution and two dense layers.</summary>
internal static class ConvnextStack
{
    private const double Epsilon = 1e-6;
    private static readonly double[] s_mean = [0.485 * 255, 0.456 * 255, 0.406 * 255];
    private static readonly double[] s_variance = [0.229 * 255 * (0.229 * 255), 0.224 * 255 * (0.224 * 255), 0.225 * 255 * (0.225 * 255)];

    public static Model Make(string architecture, int[] depths, int width, bool includePreprocessing, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        ChannelsLast.Require("ConvNeXt");
        if (image.IsPretrained && !name.Contains(architecture, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                $"Model name \"{name}\" does not match weights variant \"{architecture}\". When using imagenet weights, model name must contain the weights variant (e.g., \"{architecture}\").", nameof(name));
        }

        var x = image.Input(224);
        if (includePreprocessing && ImageShape.Channels(image.InputShape!) == 3)
        {
            x = x.Then(new Normalization(mean: s_mean, variance: s_variance), name + "_prestem_normalization");
        }

        var reductions = Reductions(width, name);
        for (var stage = 0; stage < depths.Length; stage++)
        {
            x = reductions[stage].Apply(x);
            for (var i = 0; i < depths[stage]; i++)
            {
                x = Block(x, width << stage, $"{name}_stage_{stage}_block_{i}");
            }
        }

        if (image.IncludeTop)
        {
            x = image.Predictions(x.Then(new GlobalAveragePooling2D(), name + "_head_gap").Then(new LayerNormalization(epsilon: Epsilon), name + "_head_layernorm"), name: name + "_head_dense");
        }
        else
        {
            x = image.Pool(x).Then(new LayerNormalization(epsilon: Epsilon));
        }

        return image.Finish(x, name, () => PretrainedFile.In("convnext", name + (image.IncludeTop ? ".h5" : "_notop.h5"), image.IncludeTop ? topHash : noTopHash));
    }

    /// <summary>What stands before each stage: it makes the image smaller and the channels more.</summary>
    private static Sequential[] Reductions(int width, string name)
    {
        var found = new List<Sequential>
        {
            new([new Conv2D(width, 4, strides: 4) { Name = name + "_stem_conv" }, new LayerNormalization(epsilon: Epsilon) { Name = name + "_stem_layernorm" }]) { Name = name + "_stem" },
        };
        for (var i = 0; i < 3; i++)
        {
            found.Add(new Sequential(
            [
                new LayerNormalization(epsilon: Epsilon) { Name = $"{name}_downsampling_layernorm_{i}" },
                new Conv2D(width << (i + 1), 2, strides: 2) { Name = $"{name}_downsampling_conv_{i}" },
            ]) { Name = $"{name}_downsampling_block_{i}" });
        }

        return [.. found];
    }

    private static Tensor Block(Tensor inputs, int filters, string name)
    {
        var x = inputs.Then(new Conv2D(filters, 7, padding: "same", groups: filters), name + "_depthwise_conv").Then(new LayerNormalization(epsilon: Epsilon), name + "_layernorm")
            .Then(new Dense(4 * filters), name + "_pointwise_conv_1").Then(new Layers.Activation("gelu"), name + "_gelu").Then(new Dense(filters), name + "_pointwise_conv_2")
            .Then(new LayerScale(1e-6, filters), name + "_layer_scale");
        return inputs + x.Then(new Layers.Activation("linear"), name + "_identity");
    }
}
