using System.Text;

namespace KerasNet;

/// <summary>Texts of a folder with their labels, in batches; files are read as they are needed.</summary>
/// <remarks>Python: what <c>keras.utils.text_dataset_from_directory</c> gives. With <c>subset: "both"</c> it deconstructs: <c>var (training, validation) = …</c>.</remarks>
public sealed class TextDataset : PyDataset
{
    private readonly DirectoryIndex _index;
    private readonly string? _labelMode;
    private readonly int _batchSize;
    private readonly int? _maxLength;
    private readonly bool _shuffle;

    internal TextDataset(DirectoryIndex index, string? labelMode, int batchSize, int? maxLength, bool shuffle) =>
        (_index, _labelMode, _batchSize, _maxLength, _shuffle) = (index, labelMode, batchSize, maxLength, shuffle);

    /// <summary>Names of the classes in the order of the labels; null without labels.</summary>
    public IReadOnlyList<string>? ClassNames => _index.ClassNames;

    /// <summary>The files.</summary>
    public IReadOnlyList<string> FilePaths => _index.Files;

    /// <inheritdoc/>
    public override int Length => (_index.Files.Length + _batchSize - 1) / _batchSize;

    internal TextDataset? Validation { get; init; }

    /// <inheritdoc/>
    public override Batch GetItem(int index) => Of([.. Enumerable.Range(index * _batchSize, Math.Min(_batchSize, _index.Files.Length - (index * _batchSize)))]);

    /// <summary>The parts for training and validation.</summary>
    /// <exception cref="InvalidOperationException">They were not both asked for.</exception>
    public void Deconstruct(out TextDataset training, out TextDataset validation) =>
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
        var texts = Array.ConvertAll(rows, i => Read(_index.Files[i]));
        if (_labelMode is null)
        {
            return new Batch(texts);
        }

        var labels = Array.ConvertAll(rows, i => _index.Labels![i]);
        Data y = _labelMode switch
        {
            "int" => labels,
            "binary" => Tensor.From(Array.ConvertAll(labels, l => (float)l)).View([labels.Length, 1]),
            _ => Ops.OneHot(labels, ClassNames!.Count),
        };
        return new Batch(texts, y);
    }

    /// <summary>Keras cuts bytes, not letters.</summary>
    private string Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        return Encoding.UTF8.GetString(_maxLength is { } most && most < bytes.Length ? bytes.AsSpan(0, most) : bytes);
    }
}
