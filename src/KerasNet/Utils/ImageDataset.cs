using KerasNet.Internal;

namespace KerasNet;

/// <summary>Pictures of a folder with their labels, in batches; files are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.image_dataset_from_directory</c> gives. With <c>subset: "both"</c> it deconstructs: <c>var (training, validation) = …</c>.</remarks>
public sealed class ImageDataset : PyDataset
{
    private readonly DirectoryIndex _index;
    private readonly Func<string, Tensor> _read;
    private readonly string? _labelMode;
    private readonly int _batchSize;
    private readonly bool _shuffle;

    internal ImageDataset(DirectoryIndex index, Func<string, Tensor> read, string? labelMode, int batchSize, bool shuffle) =>
        (_index, _read, _labelMode, _batchSize, _shuffle) = (index, read, labelMode, batchSize, shuffle);

    /// <summary>Names of the classes in the order of the labels; null without labels.</summary>
    public IReadOnlyList<string>? ClassNames => _index.ClassNames;

    /// <summary>The files.</summary>
    public IReadOnlyList<string> FilePaths => _index.Files;

    /// <inheritdoc/>
    public override int Length => (_index.Files.Length + _batchSize - 1) / _batchSize;

    internal ImageDataset? Validation { get; init; }

    /// <inheritdoc/>
    public override Batch GetItem(int index) => Of([.. Enumerable.Range(index * _batchSize, Math.Min(_batchSize, _index.Files.Length - (index * _batchSize)))]);

    /// <summary>The parts for training and validation.</summary>
    /// <exception cref="InvalidOperationException">They were not both asked for.</exception>
    public void Deconstruct(out ImageDataset training, out ImageDataset validation) =>
        (training, validation) = (this, Validation ?? throw new InvalidOperationException("The data set has one part. Ask for both: subset: \"both\", with validationSplit."));

    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle)
    {
        var order = Enumerable.Range(0, _index.Files.Length).ToArray();
        if (_shuffle)
        {
            Keras.State.Shuffle(order);
        }

        foreach (var rows in order.Chunk(_batchSize))
        {
            yield return new BatchRef(Of(rows), default);
        }
    }

    private Batch Of(int[] rows)
    {
        var images = Ops.Stack(new Tensors(rows.Select(i => _read(_index.Files[i]))));
        if (_labelMode is null)
        {
            return new Batch(images);
        }

        var labels = Array.ConvertAll(rows, i => _index.Labels![i]);
        Data y = _labelMode switch
        {
            "int" => labels,
            "binary" => Tensor.From(Array.ConvertAll(labels, l => (float)l)).View([labels.Length, 1]),
            _ => Ops.OneHot(labels, ClassNames!.Count),
        };
        return new Batch(images, y);
    }
}
