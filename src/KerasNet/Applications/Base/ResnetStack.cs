using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Residual networks: four stacks of blocks. In the second form a block normalises and activates first.</summary>
internal static class ResnetStack
{
    private const double Epsilon = 1.001e-5;

    public static Model Make(string architecture, bool isV2, int[] repeats, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        var x = image.Input(224).Then(new ZeroPadding2D(((3, 3), (3, 3))), "conv1_pad").Then(new Conv2D(64, 7, strides: 2), "conv1_conv");
        if (!isV2)
        {
            x = x.Norm("conv1_bn", Epsilon).Relu("conv1_relu");
        }

        x = x.Then(new ZeroPadding2D(((1, 1), (1, 1))), "pool1_pad").Then(new MaxPooling2D(3, strides: 2), "pool1_pool");
        for (var stack = 0; stack < repeats.Length; stack++)
        {
            for (var i = 1; i <= repeats[stack]; i++)
            {
                var block = $"conv{stack + 2}_block{i}";
                x = isV2
                    ? Second(x, 64 << stack, i == repeats[stack] && stack < 3 ? 2 : 1, i == 1, block)
                    : First(x, 64 << stack, i == 1 && stack > 0 ? 2 : 1, i == 1, block);
            }
        }

        if (isV2)
        {
            x = x.Norm("post_bn", Epsilon).Relu("post_relu");
        }

        return image.Finish(image.Head(x), name, () => PretrainedFile.Of("resnet", architecture, image.IncludeTop, topHash, noTopHash));
    }

    private static Tensor First(Tensor x, int filters, int stride, bool projects, string name)
    {
        var shortcut = projects ? x.Then(new Conv2D(4 * filters, 1, strides: stride), name + "_0_conv").Norm(name + "_0_bn", Epsilon) : x;
        x = x.Then(new Conv2D(filters, 1, strides: stride), name + "_1_conv").Norm(name + "_1_bn", Epsilon).Relu(name + "_1_relu")
            .Then(new Conv2D(filters, 3, padding: "same"), name + "_2_conv").Norm(name + "_2_bn", Epsilon).Relu(name + "_2_relu")
            .Then(new Conv2D(4 * filters, 1), name + "_3_conv").Norm(name + "_3_bn", Epsilon);
        return new Add().On(name + "_add", shortcut, x).Relu(name + "_out");
    }

    private static Tensor Second(Tensor x, int filters, int stride, bool projects, string name)
    {
        var active = x.Norm(name + "_preact_bn", Epsilon).Relu(name + "_preact_relu");
        var shortcut = projects ? active.Then(new Conv2D(4 * filters, 1, strides: stride), name + "_0_conv")
            : stride > 1 ? x.Then(new MaxPooling2D(1, strides: stride))
            : x;
        x = active.Then(new Conv2D(filters, 1, strides: 1, useBias: false), name + "_1_conv").Norm(name + "_1_bn", Epsilon).Relu(name + "_1_relu")
            .Then(new ZeroPadding2D(((1, 1), (1, 1))), name + "_2_pad").Then(new Conv2D(filters, 3, strides: stride, useBias: false), name + "_2_conv")
            .Norm(name + "_2_bn", Epsilon).Relu(name + "_2_relu")
            .Then(new Conv2D(4 * filters, 1), name + "_3_conv");
        return new Add().On(name + "_out", shortcut, x);
    }
}
