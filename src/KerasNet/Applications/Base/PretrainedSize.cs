using System.Globalization;

namespace KerasNet.Applications;

/// <summary>The size of image that a file of weights was trained on, for architectures that have one for each of several sizes.</summary>
internal static class PretrainedSize
{
    /// <summary>The rows of the model's images; for published weights the nearest size that has some: 224 for all others, which a line says.</summary>
    public static int Of(ImageModel image, params ReadOnlySpan<int> sizes)
    {
        var rows = ImageShape.Rows(image.InputShape!);
        if (!image.IsPretrained || (rows == ImageShape.Columns(image.InputShape!) && sizes.Contains(rows)))
        {
            return rows;
        }

        Console.Error.WriteLine($"`inputShape` is undefined or non-square, or `rows` is not in [{string.Join(", ", sizes.ToArray())}]. Weights for input shape (224, 224) will be loaded as the default.");
        return 224;
    }

    /// <summary>The size as it stands in names of models.</summary>
    public static string Text(int rows) => rows < 0 ? "None" : rows.ToString(CultureInfo.InvariantCulture);
}
