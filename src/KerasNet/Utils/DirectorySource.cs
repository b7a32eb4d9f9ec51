using KerasNet.Internal;

namespace KerasNet;

/// <summary>What all data sets of folders ask for.</summary>
/// <param name="Directory">The folder.</param>
/// <param name="Inferred"><c>inferred</c>: each subfolder is a class.</param>
/// <param name="Labels">Given labels; null: none are given.</param>
/// <param name="LabelMode">Form of the labels; null: none.</param>
/// <param name="ClassNames">The subfolders to take, in order; null: all, sorted.</param>
/// <param name="BatchSize">Files in a batch.</param>
/// <param name="Shuffle">Whether they come in any order.</param>
/// <param name="Seed">Of the shuffle.</param>
/// <param name="ValidationSplit">Share for validation; null: none.</param>
/// <param name="Subset"><c>training</c>, <c>validation</c> or <c>both</c>.</param>
/// <param name="FollowLinks">Whether links to folders are followed.</param>
/// <param name="Verbose">Whether to print how many files were found.</param>
internal sealed record DirectorySource(
    string Directory, string? Inferred, IReadOnlyList<int>? Labels, string? LabelMode, IReadOnlyList<string>? ClassNames, int BatchSize, bool Shuffle, int? Seed, double? ValidationSplit, string? Subset, bool FollowLinks, bool Verbose)
{
    /// <summary>Checks the arguments, finds the files and makes the data set of each part.</summary>
    /// <param name="endings">Endings of names: <c>.txt</c>.</param>
    /// <param name="what">What the files are called in errors: <c>images</c>.</param>
    /// <param name="make">Makes the data set of a part.</param>
    /// <exception cref="ArgumentException">Arguments contradict, or there is no file.</exception>
    public T Open<T>(IReadOnlyList<string> endings, string what, Func<DirectoryPart, T> make)
        where T : DirectoryDataset
    {
        _ = Inferred is null ? null : Require.OneOf(Inferred, ["inferred"], "labels");
        var labelMode = LabelMode is null || (Inferred is null && Labels is null) ? null : Require.OneOf(LabelMode, ["int", "categorical", "binary"], "labelMode");
        Require.Positive(BatchSize, "batchSize");
        DirectoryIndex.CheckSplit(ValidationSplit, Subset, Shuffle, Seed);
        var output = Verbose ? Console.Out : null;
        var index = DirectoryIndex.Of(Directory, endings, labelMode is null ? null : Labels, labelMode is not null, ClassNames, Shuffle ? Seed ?? Keras.State.NextSeed() : null, FollowLinks, output);
        if (labelMode == "binary" && index.ClassNames!.Count != 2)
        {
            throw new ArgumentException($"When passing `label_mode=\"binary\"`, there must be exactly 2 class_names. Received: class_names={string.Join(", ", index.ClassNames)}.");
        }

        T Part(string? part)
        {
            var files = index.Part(ValidationSplit, part, output);
            return files.Files.Length > 0 ? make(new DirectoryPart(files, labelMode, BatchSize, Shuffle && part != "validation", Subset == "both" && part == "training" ? Part("validation") : null))
                : throw new ArgumentException($"No {part} {what} found in directory {Directory}. Allowed format{(endings.Count > 1 ? "s" : string.Empty)}: {string.Join(", ", endings)}");
        }

        return Part(Subset == "both" ? "training" : Subset);
    }
}
