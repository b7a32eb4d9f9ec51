using System.Text;

namespace KerasNet;

/// <summary>Texts of a folder with their labels, in batches; files are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.text_dataset_from_directory</c> gives. With <c>subset: "both"</c> it deconstructs: <c>var (training, validation) = …</c>.</remarks>
public sealed class TextDataset : DirectoryDataset
{
    private readonly int? _maxLength;

    internal TextDataset(DirectoryPart part, int? maxLength)
        : base(part) => _maxLength = maxLength;

    /// <summary>The parts for training and validation.</summary>
    /// <exception cref="InvalidOperationException">They were not both asked for.</exception>
    public void Deconstruct(out TextDataset training, out TextDataset validation) => (training, validation) = (this, (TextDataset)Other());

    private protected override Data Read(IReadOnlyList<string> files) => files.Select(Text).ToArray();

    /// <summary>Keras cuts bytes, not letters.</summary>
    private string Text(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Encoding.UTF8.GetString(_maxLength is { } most && most < bytes.Length ? bytes.AsSpan(0, most) : bytes);
    }
}
