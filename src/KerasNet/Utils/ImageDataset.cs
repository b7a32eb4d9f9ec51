namespace KerasNet;

/// <summary>Pictures of a folder with their labels, in batches; files are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.image_dataset_from_directory</c> gives. With <c>subset: "both"</c> it deconstructs: <c>var (training, validation) = …</c>.</remarks>
public sealed class ImageDataset : DirectoryDataset
{
    private readonly Func<string, Tensor> _read;

    internal ImageDataset(DirectoryPart part, Func<string, Tensor> read)
        : base(part) => _read = read;

    /// <summary>The parts for training and validation.</summary>
    /// <exception cref="InvalidOperationException">They were not both asked for.</exception>
    public void Deconstruct(out ImageDataset training, out ImageDataset validation) => (training, validation) = (this, (ImageDataset)Other());

    private protected override Data Read(IReadOnlyList<string> files) => Ops.Stack(new Tensors(files.Select(_read)));
}
