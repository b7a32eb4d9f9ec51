using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Xception: blocks of depthwise separable convolutions with residual connections.</summary>
internal static class XceptionStack
{
    public static Model Make(ImageModel image, string name)
    {
        using var made = image;
        var x = image.Input(299, 71);
        x = x.Then(new Conv2D(32, (3, 3), strides: (2, 2), useBias: false), "block1_conv1").Norm("block1_conv1_bn", axis: ImageShape.LastAxis).Relu("block1_conv1_act")
            .Then(new Conv2D(64, (3, 3), useBias: false), "block1_conv2").Norm("block1_conv2_bn", axis: ImageShape.LastAxis).Relu("block1_conv2_act");
        x = Narrow(x, 2, 128, 128, isActive: true);
        x = Narrow(x, 3, 256, 256);
        x = Narrow(x, 4, 728, 728);
        for (var block = 5; block <= 12; block++)
        {
            var residual = x;
            for (var i = 1; i <= 3; i++)
            {
                x = Separable(x.Relu($"block{block}_sepconv{i}_act"), block, i, 728);
            }

            x = new Add().On(null, x, residual);
        }

        x = Narrow(x, 13, 728, 1024);
        x = Separable(x, 14, 1, 1536).Relu("block14_sepconv1_act");
        x = Separable(x, 14, 2, 2048).Relu("block14_sepconv2_act");
        return image.Finish(image.Head(x, null, null), name, () => PretrainedFile.Of("xception", "xception", image.IncludeTop, "0a58e3b7378bc2990ea3b43d5981f1f6", "b0042744bf5b25fce3cb969f33bebb97"));
    }

    /// <summary>Two convolutions and a pooling that halves the image, beside a convolution that does so at once.</summary>
    private static Tensor Narrow(Tensor x, int block, int first, int second, bool isActive = false)
    {
        var residual = x.Then(new Conv2D(second, (1, 1), strides: (2, 2), padding: "same", useBias: false)).Norm(null, axis: ImageShape.LastAxis);
        x = Separable(isActive ? x : x.Relu($"block{block}_sepconv1_act"), block, 1, first).Relu($"block{block}_sepconv2_act");
        x = Separable(x, block, 2, second).Then(new MaxPooling2D((3, 3), strides: (2, 2), padding: "same"), $"block{block}_pool");
        return new Add().On(null, x, residual);
    }

    private static Tensor Separable(Tensor x, int block, int number, int filters) =>
        x.Then(new SeparableConv2D(filters, (3, 3), padding: "same", useBias: false), $"block{block}_sepconv{number}").Norm($"block{block}_sepconv{number}_bn", axis: ImageShape.LastAxis);
}
