using System.Globalization;
using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>The first MobileNet: depthwise convolutions, each followed by a pointwise one.</summary>
internal static class MobilenetStack
{
    // Filters of the pointwise convolution and stride of the depthwise one.
    private static readonly (int Filters, int Stride)[] s_blocks =
    [
        (64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2), (512, 1), (512, 1), (512, 1), (512, 1), (512, 1), (1024, 2), (1024, 1),
    ];

    public static Model Make(double alpha, int depthMultiplier, double dropout, ImageModel image, string? name)
    {
        using var made = image;
        var size = image.InputShape is { Rank: 3 } shape && ImageShape.Rows(shape) == ImageShape.Columns(shape) && ImageShape.Rows(shape) is var side and (128 or 160 or 192 or 224) ? side : 224;
        if (image.IsPretrained && depthMultiplier != 1)
        {
            throw new ArgumentException($"If imagenet weights are being loaded, depth multiplier must be 1. Received depthMultiplier={depthMultiplier}", nameof(depthMultiplier));
        }

        if (image.IsPretrained && alpha is not (0.25 or 0.5 or 0.75 or 1.0))
        {
            throw new ArgumentException($"If imagenet weights are being loaded, alpha can be one of `0.25`, `0.50`, `0.75` or `1.0` only. Received alpha={alpha}", nameof(alpha));
        }

        var x = image.Input(size);
        var rows = PretrainedSize.Of(image, 128, 160, 192, 224);
        x = x.Then(new Conv2D((int)(32 * alpha), (3, 3), padding: "same", useBias: false, strides: (2, 2)), "conv1").Norm("conv1_bn", axis: ImageShape.LastAxis).Then(new ReLU(6.0), "conv1_relu");
        for (var i = 0; i < s_blocks.Length; i++)
        {
            x = Block(x, (int)(s_blocks[i].Filters * alpha), depthMultiplier, s_blocks[i].Stride, i + 1);
        }

        if (image.IncludeTop)
        {
            x = x.Then(new GlobalAveragePooling2D(keepdims: true)).Then(new Dropout(dropout), "dropout").Then(new Conv2D(image.Classes, (1, 1), padding: "same"), "conv_preds")
                .Then(new Reshape(image.Classes), "reshape_2");
            image.CheckActivation();
            x = x.Then(new Layers.Activation(image.ClassifierActivation ?? "linear"), "predictions");
        }
        else
        {
            x = image.Pool(x);
        }

        return image.Finish(x, name ?? string.Create(CultureInfo.InvariantCulture, $"mobilenet_{alpha:0.00}_{PretrainedSize.Text(rows)}"), () =>
        {
            var width = alpha switch { 1.0 => "1_0", 0.75 => "7_5", 0.5 => "5_0", _ => "2_5" };
            return PretrainedFile.In("mobilenet", $"mobilenet_{width}_{rows}_tf{(image.IncludeTop ? "" : "_no_top")}.h5", null);
        });
    }

    private static Tensor Block(Tensor x, int filters, int depthMultiplier, int stride, int id)
    {
        if (stride > 1)
        {
            x = x.Then(new ZeroPadding2D(((0, 1), (0, 1))), $"conv_pad_{id}");
        }

        return x.Then(new DepthwiseConv2D((3, 3), padding: stride == 1 ? "same" : "valid", depthMultiplier: depthMultiplier, strides: (stride, stride), useBias: false), $"conv_dw_{id}")
            .Norm($"conv_dw_{id}_bn", axis: ImageShape.LastAxis).Then(new ReLU(6.0), $"conv_dw_{id}_relu")
            .Then(new Conv2D(filters, (1, 1), padding: "same", useBias: false, strides: (1, 1)), $"conv_pw_{id}")
            .Norm($"conv_pw_{id}_bn", axis: ImageShape.LastAxis).Then(new ReLU(6.0), $"conv_pw_{id}_relu");
    }
}
