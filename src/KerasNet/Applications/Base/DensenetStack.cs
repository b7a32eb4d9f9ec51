using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>Densely connected networks: four blocks of layers that each append 32 channels, with transitions that halve channels and image.</summary>
internal static class DensenetStack
{
    private const double Epsilon = 1.001e-5;
    private const int Growth = 32;

    public static Model Make(string architecture, int[] repeats, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        ChannelsLast.Require("DenseNet");
        var x = image.Input(224).Then(new ZeroPadding2D(((3, 3), (3, 3)))).Then(new Conv2D(64, 7, strides: 2, useBias: false), "conv1_conv").Norm("conv1_bn", Epsilon).Relu("conv1_relu")
            .Then(new ZeroPadding2D(((1, 1), (1, 1)))).Then(new MaxPooling2D(3, strides: 2), "pool1");
        for (var block = 0; block < repeats.Length; block++)
        {
            if (block > 0)
            {
                x = Transition(x, $"pool{block + 1}");
            }

            for (var i = 1; i <= repeats[block]; i++)
            {
                x = Layer(x, $"conv{block + 2}_block{i}");
            }
        }

        x = x.Norm("bn", Epsilon).Relu("relu");
        return image.Finish(image.Head(x), name, () => PretrainedFile.Of("densenet", architecture, image.IncludeTop, topHash, noTopHash));
    }

    private static Tensor Layer(Tensor x, string name)
    {
        var more = x.Norm(name + "_0_bn", Epsilon).Relu(name + "_0_relu").Then(new Conv2D(4 * Growth, 1, useBias: false), name + "_1_conv")
            .Norm(name + "_1_bn", Epsilon).Relu(name + "_1_relu").Then(new Conv2D(Growth, 3, padding: "same", useBias: false), name + "_2_conv");
        return new Concatenate(ImageShape.Axis).On(name + "_concat", x, more);
    }

    private static Tensor Transition(Tensor x, string name) => x.Norm(name + "_bn", Epsilon).Relu(name + "_relu")
        .Then(new Conv2D(x.Shape[ImageShape.Axis] / 2, 1, useBias: false), name + "_conv").Then(new AveragePooling2D(2, strides: 2), name + "_pool");
}
