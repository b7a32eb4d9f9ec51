using KerasNet.Hdf5;

namespace KerasNet.Saving;

/// <summary>Tells the format of a model's file by what is in it, not by its name.</summary>
internal static class ModelFiles
{
    public static Model Load(string path, CustomObjects? custom, bool compile)
    {
        try
        {
            return Open(path, custom, compile);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or InvalidOperationException or NullReferenceException or InvalidCastException or FormatException or OverflowException or IndexOutOfRangeException or KeyNotFoundException)
        {
            // Whatever a layer says of its arguments, it is the file that brought them.
            throw new InvalidDataException($"'{path}' cannot be loaded: {e.Message}", e);
        }
    }

    private static Model Open(string path, CustomObjects? custom, bool compile)
    {
        using var context = LoadContext.Enter(custom);
        if (Directory.Exists(path))
        {
            return File.Exists(Path.Combine(path, "config.json")) ? KerasArchive.LoadFolder(path, compile)
                : TensorFlowFiles.IsSavedModel(path) ? TensorFlowFiles.Formats(path).LoadModel(path, compile)
                : throw new InvalidDataException($"The folder '{path}' holds no Keras model: it has neither a config.json nor a saved_model.pb.");
        }

        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"There is no model file '{Path.GetFullPath(path)}'.", path);
        }

        return IsZip(path) ? KerasArchive.LoadZip(path, compile)
            : Hdf5File.IsHdf5(path) ? H5ModelFile.Load(path, compile)
            : throw new InvalidDataException($"'{path}' is no Keras model: neither a zip archive (.keras) nor HDF5 (.h5).");
    }

    /// <summary>Does a file begin as zip archives do?</summary>
    public static bool IsZip(string path)
    {
        using var stream = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        return stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PK\x03\x04"u8);
    }
}
