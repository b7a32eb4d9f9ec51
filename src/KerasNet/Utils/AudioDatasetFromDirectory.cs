using KerasNet.Internal;

namespace KerasNet;

public static partial class Utils
{
    /// <summary>Sounds of a folder: each subfolder is a class, each <c>.wav</c> file (16-bit PCM) a sound with values from -1 to 1.</summary>
    /// <remarks>Python: <c>keras.utils.audio_dataset_from_directory</c>. The same seed gives Keras's own split.</remarks>
    /// <example><code>var (train, test) = Utils.AudioDatasetFromDirectory("words", outputSequenceLength: 16000, validationSplit: 0.2, subset: "both", seed: 1);</code></example>
    /// <param name="directory">The folder.</param>
    /// <param name="labels"><c>inferred</c> from the subfolders; null: none.</param>
    /// <param name="labelMode"><c>int</c>, <c>categorical</c> for rows, <c>binary</c> for two classes, null for none.</param>
    /// <param name="classNames">The subfolders to take, in order; null: all, sorted.</param>
    /// <param name="batchSize">Sounds in a batch.</param>
    /// <param name="samplingRate">Samples a second that the files must have; null: any. Nothing is resampled.</param>
    /// <param name="outputSequenceLength">Samples of each sound, cut or filled with silence; null: those of the longest of the batch.</param>
    /// <param name="ragged">Rows of their own lengths: not supported, tensors are dense.</param>
    /// <param name="shuffle">Whether sounds come in any order, else in that of their names.</param>
    /// <param name="seed">Of the shuffle.</param>
    /// <param name="validationSplit">Share for validation; null: none.</param>
    /// <param name="subset"><c>training</c>, <c>validation</c> or <c>both</c>.</param>
    /// <param name="followLinks">Whether links to folders are followed.</param>
    /// <param name="verbose">Whether to print how many files were found.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or there is no file.</exception>
    /// <exception cref="NotSupportedException"><paramref name="ragged"/> is true.</exception>
    public static AudioDataset AudioDatasetFromDirectory(
        string directory, string? labels = "inferred", string? labelMode = "int", IReadOnlyList<string>? classNames = null, int batchSize = 32, int? samplingRate = null, int? outputSequenceLength = null, bool ragged = false,
        bool shuffle = true, int? seed = null, double? validationSplit = null, string? subset = null, bool followLinks = false, bool verbose = true) =>
        Sounds(new DirectorySource(directory, labels, null, labelMode, classNames, batchSize, shuffle, seed, validationSplit, subset, followLinks, verbose), samplingRate, outputSequenceLength, ragged);

    /// <summary>Sounds of a folder with given labels, one for each file in the order of their paths.</summary>
    public static AudioDataset AudioDatasetFromDirectory(
        string directory, IReadOnlyList<int> labels, string? labelMode = "int", int batchSize = 32, int? samplingRate = null, int? outputSequenceLength = null, bool ragged = false, bool shuffle = true, int? seed = null,
        double? validationSplit = null, string? subset = null, bool followLinks = false, bool verbose = true) =>
        Sounds(new DirectorySource(directory, null, labels, labelMode, null, batchSize, shuffle, seed, validationSplit, subset, followLinks, verbose), samplingRate, outputSequenceLength, ragged);

    private static AudioDataset Sounds(DirectorySource source, int? samplingRate, int? outputSequenceLength, bool ragged)
    {
        if (ragged)
        {
            throw outputSequenceLength is null ? new NotSupportedException("ragged: true gives rows of different lengths; tensors are dense here. Leave it out: shorter sounds are filled with silence.")
                : new ArgumentException("Cannot set both `ragged` and `output_sequence_length`");
        }

        Require.Positive(samplingRate, nameof(samplingRate));
        Require.Positive(outputSequenceLength, nameof(outputSequenceLength));
        return source.Open([".wav"], "audio files", part => new AudioDataset(part, samplingRate, outputSequenceLength));
    }
}
