using KerasNet.Layers;

namespace KerasNet.Applications;

/// <summary>VGG: five blocks of convolutions, each of which halves the image.</summary>
internal static class VggStack
{
    public static Model Make(string architecture, int[] repeats, ImageModel image, string name, string topHash, string noTopHash)
    {
        using var made = image;
        var x = image.Input(224);
        for (var block = 0; block < repeats.Length; block++)
        {
            for (var i = 0; i < repeats[block]; i++)
            {
                x = x.Then(new Conv2D(Math.Min(64 << block, 512), (3, 3), activation: "relu", padding: "same"), $"block{block + 1}_conv{i + 1}");
            }

            x = x.Then(new MaxPooling2D((2, 2), strides: (2, 2)), $"block{block + 1}_pool");
        }

        if (image.IncludeTop)
        {
            x = x.Then(new Flatten(), "flatten").Then(new Dense(4096, "relu"), "fc1").Then(new Dense(4096, "relu"), "fc2");
            x = image.Predictions(x);
        }
        else
        {
            x = image.Pool(x);
        }

        return image.Finish(x, name, () => PretrainedFile.Of(architecture, architecture, image.IncludeTop, topHash, noTopHash));
    }
}
