namespace KerasNet;

public static partial class Utils
{
    /// <summary>Texts of a folder: each subfolder is a class, each <c>.txt</c> file a text.</summary>
    /// <remarks>Python: <c>keras.utils.text_dataset_from_directory</c>. The same seed gives Keras's own split.</remarks>
    /// <example><code>var (train, test) = Utils.TextDatasetFromDirectory("reviews", validationSplit: 0.2, subset: "both", seed: 1);</code></example>
    /// <param name="directory">The folder.</param>
    /// <param name="labels"><c>inferred</c> from the subfolders; null: none.</param>
    /// <param name="labelMode"><c>int</c>, <c>categorical</c> for rows, <c>binary</c> for two classes, null for none.</param>
    /// <param name="classNames">The subfolders to take, in order; null: all, sorted.</param>
    /// <param name="batchSize">Texts in a batch.</param>
    /// <param name="maxLength">Most bytes of a text; null: any number.</param>
    /// <param name="shuffle">Whether texts come in any order, else in that of their names.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="validationSplit">Share for validation; null: none.</param>
    /// <param name="subset"><c>training</c>, <c>validation</c> or <c>both</c>.</param>
    /// <param name="followLinks">Whether links to folders are followed.</param>
    /// <param name="verbose">Whether to print how many files were found.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or there is no file.</exception>
    public static TextDataset TextDatasetFromDirectory(
        string directory, string? labels = "inferred", string? labelMode = "int", IReadOnlyList<string>? classNames = null, int batchSize = 32, int? maxLength = null, bool shuffle = true, int? seed = null,
        double? validationSplit = null, string? subset = null, bool followLinks = false, bool verbose = true) =>
        Texts(new DirectorySource(directory, labels, null, labelMode, classNames, batchSize, shuffle, seed, validationSplit, subset, followLinks, verbose), maxLength);

    /// <summary>Texts of a folder with given labels, one for each file in the order of their paths.</summary>
    public static TextDataset TextDatasetFromDirectory(
        string directory, IReadOnlyList<int> labels, string? labelMode = "int", int batchSize = 32, int? maxLength = null, bool shuffle = true, int? seed = null,
        double? validationSplit = null, string? subset = null, bool followLinks = false, bool verbose = true) =>
        Texts(new DirectorySource(directory, null, labels, labelMode, null, batchSize, shuffle, seed, validationSplit, subset, followLinks, verbose), maxLength);

    private static TextDataset Texts(DirectorySource source, int? maxLength) => source.Open([".txt"], "text files", part => new TextDataset(part, maxLength));
}
