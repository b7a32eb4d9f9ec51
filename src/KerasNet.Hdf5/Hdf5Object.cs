using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>A group or dataset of an <see cref="Hdf5File"/>.</summary>
public abstract class Hdf5Object
{
    private protected Hdf5Object(Hdf5File file, NativeObject native, string path, int depth)
    {
        File = file;
        Path = path;
        Depth = depth;
        Attributes = new Hdf5Attributes(file, native, path);
    }

    /// <summary>The whole path from the root, <c>/model_weights/dense</c>; the root's is <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>The last part of <see cref="Path"/>; empty for the root.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The attributes of this object. Python: <c>obj.attrs</c>.</summary>
    public Hdf5Attributes Attributes { get; }

    private protected Hdf5File File { get; }

    private protected int Depth { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
