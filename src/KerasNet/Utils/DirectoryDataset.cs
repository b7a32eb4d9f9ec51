namespace KerasNet;

/// <summary>Files of a folder with their labels, in batches; they are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.…_dataset_from_directory</c> gives.</remarks>
public abstract class DirectoryDataset : PyDataset
{
    private readonly DirectoryPart _part;

    private protected DirectoryDataset(DirectoryPart part) => _part = part;

    /// <summary>Names of the classes in the order of the labels; null without labels.</summary>
    public IReadOnlyList<string>? ClassNames => _part.Index.ClassNames;

    /// <summary>The files.</summary>
    public IReadOnlyList<string> FilePaths => _part.Index.Files;

    /// <inheritdoc/>
    public override int Length => (FilePaths.Count + _part.BatchSize - 1) / _part.BatchSize;

    /// <inheritdoc/>
    public override Batch GetItem(int index) => Of([.. Enumerable.Range(index * _part.BatchSize, Math.Min(_part.BatchSize, FilePaths.Count - (index * _part.BatchSize)))]);

    /// <summary>The contents of files, one row each.</summary>
    private protected abstract Data Read(IReadOnlyList<string> files);

    /// <summary>The part for validation.</summary>
    private protected DirectoryDataset Other() => _part.Validation ?? throw new InvalidOperationException("The data set has one part. Ask for both: subset: \"both\", with validationSplit.");

    internal override IEnumerable<BatchRef> Epoch(int? batchSize, bool shuffle)
    {
        var order = Enumerable.Range(0, FilePaths.Count).ToArray();
        if (_part.Shuffle)
        {
            Keras.State.Shuffle(order);
        }

        foreach (var rows in order.Chunk(_part.BatchSize))
        {
            yield return new BatchRef(Of(rows), default);
        }
    }

    private Batch Of(int[] rows)
    {
        var x = Read(Array.ConvertAll(rows, i => FilePaths[i]));
        if (_part.LabelMode is null)
        {
            return new Batch(x);
        }

        var labels = Array.ConvertAll(rows, i => _part.Index.Labels![i]);
        Data y = _part.LabelMode switch
        {
            "int" => labels,
            "binary" => Tensor.From(Array.ConvertAll(labels, l => (float)l)).View([labels.Length, 1]),
            _ => Ops.OneHot(labels, ClassNames!.Count),
        };
        return new Batch(x, y);
    }
}
