using KerasNet.Datasets;

namespace KerasNet.Applications;

/// <summary>A file of weights that Keras publishes: its name in the cache, where it comes from, and its checksum, where Keras has one.</summary>
internal sealed record PretrainedFile(string Name, string Url, string? Hash)
{
    private const string Site = "https://storage.googleapis.com/tensorflow/keras-applications/";

    /// <summary>The folder of Keras's cache.</summary>
    public static string Folder => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(DatasetFile.Folder)!, "models");

    /// <summary>A file of a folder of Keras's site, kept under its own name.</summary>
    public static PretrainedFile In(string folder, string name, string? hash) => new(name, $"{Site}{folder}/{name}", hash);

    /// <summary>The two files of an architecture: with its classifier and without.</summary>
    public static PretrainedFile Of(string folder, string architecture, bool includeTop, string top, string noTop) =>
        In(folder, $"{architecture}_weights_tf_dim_ordering_tf_kernels{(includeTop ? "" : "_notop")}.h5", includeTop ? top : noTop);

    /// <summary>The file's path: in the cache, or fetched into it.</summary>
    /// <exception cref="FileNotFoundException">It is not there and cannot be fetched.</exception>
    public string Path(string model) => new DatasetFile(Name, Url, Hash).Find(Folder, DatasetFile.MayDownload, Console.Out, out var problem)
        ?? throw new FileNotFoundException(
            $"The ImageNet weights of '{model}' are not on this machine ({problem}). Put {Url} into {System.IO.Path.Combine(Folder, Name)}, or pass weights: null for random ones, or the path of a file.",
            System.IO.Path.Combine(Folder, Name));
}
