using System.Globalization;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>The second MobileNet: blocks that widen, convolve depthwise and narrow again.</summary>
internal static class MobilenetV2Stack
{
    private const double Momentum = 0.999;

    // Filters, stride of the first block, how many blocks.
    private static readonly (int Filters, int Stride, int Repeats)[] s_stages = [(16, 1, 1), (24, 2, 2), (32, 2, 3), (64, 2, 4), (96, 1, 3), (160, 2, 3), (320, 1, 1)];

    public static Model Make(double alpha, ImageModel image, string? name)
    {
        using var made = image;
        if (image.IsPretrained && alpha is not (0.35 or 0.5 or 0.75 or 1.0 or 1.3 or 1.4))
        {
            throw new ArgumentException($"If imagenet weights are being loaded, alpha must be one of `0.35`, `0.50`, `0.75`, `1.0`, `1.3` or `1.4` only; Received `alpha={alpha}`", nameof(alpha));
        }

        var x = image.Input(DefaultSize(image));
        var rows = PretrainedSize.Of(image, 96, 128, 160, 192, 224);
        x = x.Then(new Conv2D(ImageShape.Divisible(32 * alpha), 3, strides: (2, 2), padding: "same", useBias: false), "Conv1").Norm("bn_Conv1", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(new ReLU(6.0), "Conv1_relu");
        var id = 0;
        foreach (var (filters, stride, repeats) in s_stages)
        {
            for (var i = 0; i < repeats; i++)
            {
                x = Block(x, ImageShape.Divisible((int)(filters * alpha)), i == 0 ? stride : 1, id++);
            }
        }

        x = x.Then(new Conv2D(alpha > 1 ? ImageShape.Divisible(1280 * alpha) : 1280, 1, useBias: false), "Conv_1").Norm("Conv_1_bn", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(new ReLU(6.0), "out_relu");
        x = image.IncludeTop ? image.Predictions(x.Then(new GlobalAveragePooling2D())) : image.Pool(x);
        return image.Finish(x, name ?? string.Create(CultureInfo.InvariantCulture, $"mobilenetv2_{alpha:0.00}_{PretrainedSize.Text(rows)}"), () =>
        {
            var file = string.Create(CultureInfo.InvariantCulture, $"mobilenet_v2_weights_tf_dim_ordering_tf_kernels_{alpha:0.0##}_{rows}");
            return PretrainedFile.In("mobilenet_v2", file + (image.IncludeTop ? ".h5" : "_no_top.h5"), null);
        });
    }

    private static int DefaultSize(ImageModel image)
    {
        var shape = image.InputShape;
        if (image.InputTensor is { } tensor)
        {
            var given = tensor.Shape[1..];
            if (shape is { Rank: 3 } && given.Rank == 3 && ImageShape.Columns(shape) != ImageShape.Columns(given))
            {
                throw new ArgumentException($"input_tensor.shape[2] must equal input_shape[1]; Received `input_tensor.shape={tensor.Shape}`, `input_shape={shape}`");
            }

            shape ??= given;
        }

        return shape is { Rank: 3 } && ImageShape.Rows(shape) == ImageShape.Columns(shape) && ImageShape.Rows(shape) is var side and (96 or 128 or 160 or 192 or 224) ? side : 224;
    }

    private static Tensor Block(Tensor inputs, int filters, int stride, int id)
    {
        var prefix = id == 0 ? "expanded_conv_" : $"block_{id}_";
        var channels = inputs.Shape[ImageShape.Axis];
        var x = inputs;
        if (id > 0)
        {
            x = x.Then(new Conv2D(6 * channels, 1, padding: "same", useBias: false), prefix + "expand").Norm(prefix + "expand_BN", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(new ReLU(6.0), prefix + "expand_relu");
        }

        if (stride == 2)
        {
            x = x.Then(new ZeroPadding2D(ImageShape.CorrectPad(x, 3)), prefix + "pad");
        }

        x = x.Then(new DepthwiseConv2D(3, strides: stride, useBias: false, padding: stride == 1 ? "same" : "valid"), prefix + "depthwise")
            .Norm(prefix + "depthwise_BN", 1e-3, Momentum, axis: ImageShape.LastAxis).Then(new ReLU(6.0), prefix + "depthwise_relu")
            .Then(new Conv2D(filters, 1, padding: "same", useBias: false), prefix + "project").Norm(prefix + "project_BN", 1e-3, Momentum, axis: ImageShape.LastAxis);
        return channels == filters && stride == 1 ? new Add().On(prefix + "add", inputs, x) : x;
    }
}
