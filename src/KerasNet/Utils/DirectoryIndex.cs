using KerasNet.Backends.Managed;

namespace KerasNet;

/// <summary>Files of a folder whose subfolders are classes, in Keras's order: that order, and a seed, decide which files are for training.</summary>
/// <param name="Files">Paths.</param>
/// <param name="Labels">Class of each file; null without labels.</param>
/// <param name="ClassNames">Names of the classes; null without labels.</param>
internal sealed record DirectoryIndex(string[] Files, int[]? Labels, IReadOnlyList<string>? ClassNames)
{
    /// <summary>Finds files by their endings.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="endings">Endings of names, in lower case: <c>.txt</c>.</param>
    /// <param name="labels">Given labels; null: the subfolders.</param>
    /// <param name="hasLabels">False for files without labels, anywhere in the folder.</param>
    /// <param name="classNames">The subfolders to take, in order; null: all, sorted.</param>
    /// <param name="seed">Of the shuffle; null: none.</param>
    /// <param name="followLinks">Whether links to folders are followed.</param>
    /// <param name="output">Where to say what was found; null: nowhere.</param>
    public static DirectoryIndex Of(
        string directory, IReadOnlyList<string> endings, IReadOnlyList<int>? labels, bool hasLabels, IReadOnlyList<string>? classNames, int? seed, bool followLinks, TextWriter? output)
    {
        if (!Directory.Exists(directory))
        {
            throw new DirectoryNotFoundException($"There is no folder '{directory}'.");
        }

        var inferred = hasLabels && labels is null;
        var subfolders = inferred
            ? Directory.GetDirectories(directory).Select(d => Path.GetFileName(d)!).Where(d => !d.StartsWith('.')).Order(Layers.Utf8Order.Instance).ToArray()
            : [string.Empty];
        if (inferred && classNames is not null)
        {
            subfolders = classNames.All(subfolders.Contains) ? [.. classNames]
                : throw new ArgumentException($"The `class_names` passed did not match the names of the subdirectories of the target directory. Expected: {string.Join(", ", subfolders)} (or a subset of it), but received: class_names={string.Join(", ", classNames)}.");
        }

        var found = subfolders.SelectMany((folder, label) => Walk(Path.Combine(directory, folder), endings, followLinks).Select(file => (file, label))).ToArray();
        if (labels is not null && labels.Count != found.Length)
        {
            throw new ArgumentException($"Expected the lengths of `labels` to match the number of files in the target directory. len(labels) is {labels.Count} while we found {found.Length} files in directory {directory}.");
        }

        string[] files = [.. found.Select(f => f.file)];
        int[]? classes = !hasLabels ? null : labels is null ? [.. found.Select(f => f.label)] : [.. labels];
        IReadOnlyList<string>? names = !hasLabels ? null : labels is null ? subfolders : [.. labels.Distinct().Order().Select(l => l.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        output?.WriteLine(names is null ? $"Found {files.Length} files." : $"Found {files.Length} files belonging to {names.Count} classes.");
        if (seed is { } number)
        {
            MersenneTwister.OfNumPy(number).ShuffleAsNumPy<string>(files);
            MersenneTwister.OfNumPy(number).ShuffleAsNumPy<int>(classes);
        }

        return new DirectoryIndex(files, classes, names);
    }

    /// <summary>The files for training, the first ones, or for validation, the last.</summary>
    public DirectoryIndex Part(double? validationSplit, string? subset, TextWriter? output)
    {
        if (validationSplit is null or 0)
        {
            return this;
        }

        var validation = (int)(validationSplit.Value * Files.Length);

        // With nothing for validation Keras's slice of the last 0 files is all of them, and of all but the last 0 none.
        var training = validation == 0 ? 0 : Files.Length - validation;
        var range = subset == "training" ? ..training : (validation == 0 ? 0 : training)..;
        output?.WriteLine(subset == "training" ? $"Using {Files.Length - validation} files for training." : $"Using {validation} files for validation.");
        return this with { Files = Files[range], Labels = Labels?[range] };
    }

    /// <summary>Checks how a folder is to be split.</summary>
    public static void CheckSplit(double? validationSplit, string? subset, bool shuffle, int? seed)
    {
        if (validationSplit is not (null or 0 or (> 0 and < 1)))
        {
            throw new ArgumentException($"`validation_split` must be between 0 and 1, received: {validationSplit}.");
        }

        if (validationSplit is null or 0 != subset is null)
        {
            throw new ArgumentException("If `subset` is set, `validation_split` must be set, and inversely.");
        }

        if (subset is not (null or "training" or "validation" or "both"))
        {
            throw new ArgumentException($"`subset` must be either \"training\", \"validation\" or \"both\", received: {subset}.");
        }

        if (subset is not null && shuffle && seed is null)
        {
            throw new ArgumentException("If using `validation_split` and shuffling the data, you must provide a `seed` argument, to make sure that there is no overlap between the training and validation subset.");
        }
    }

    /// <summary>Folders in the order of their paths, files in the order of their names.</summary>
    private static IEnumerable<string> Walk(string folder, IReadOnlyList<string> endings, bool followLinks) => Folders(folder, followLinks).Order(Layers.Utf8Order.Instance)
        .SelectMany(f => Directory.GetFiles(f).Where(file => endings.Any(e => file.ToLowerInvariant().EndsWith(e, StringComparison.Ordinal))).OrderBy(file => Path.GetFileName(file), Layers.Utf8Order.Instance));

    private static IEnumerable<string> Folders(string folder, bool followLinks) => Directory.GetDirectories(folder)
        .Where(d => followLinks || !new DirectoryInfo(d).Attributes.HasFlag(FileAttributes.ReparsePoint)).SelectMany(d => Folders(d, followLinks)).Prepend(folder);
}
