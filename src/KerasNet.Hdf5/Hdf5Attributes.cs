using PureHDF.VOL.Native;

namespace KerasNet.Hdf5;

/// <summary>The attributes of a group or dataset. Python: <c>obj.attrs</c>.</summary>
public sealed class Hdf5Attributes
{
    private readonly Hdf5File _file;
    private readonly NativeObject _native;
    private readonly string _path;

    internal Hdf5Attributes(Hdf5File file, NativeObject native, string path)
    {
        _file = file;
        _native = native;
        _path = path;
    }

    /// <summary>All names. A single damaged attribute makes this fail; ask by name where the name is known.</summary>
    /// <exception cref="InvalidDataException">One of them is damaged.</exception>
    public IReadOnlyList<string> Names => _file.Run(_path, () => _native.Attributes().Select(a => a.Name).ToList());

    /// <summary>Is there an attribute of this name?</summary>
    /// <exception cref="InvalidDataException">The object is damaged.</exception>
    public bool Contains(string name) => _file.Run(_path, () => _native.AttributeExists(name));

    /// <summary>The attribute of this name, or null.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public Hdf5Attribute? Find(string name) => _file.Run(_path, () =>
        _native.AttributeExists(name) ? new Hdf5Attribute(_file, (NativeAttribute)_native.Attribute(name), _path) : null);

    /// <summary>The text of a single-valued attribute, or null where there is none (or an empty one).</summary>
    /// <exception cref="InvalidDataException">It is not text, has several elements, or is damaged.</exception>
    public string? Text(string name) => Find(name) is { IsNull: false } attribute ? attribute.Text() : null;

    /// <summary>The texts of a list, also of one that Keras split into <c>name0</c>, <c>name1</c>, … because it was too long for one attribute; or null where there is none.</summary>
    /// <remarks>Python: <c>load_attributes_from_hdf5_group</c>. An empty list is stored as numbers of shape (0,).</remarks>
    /// <exception cref="InvalidDataException">It is not text, or is damaged.</exception>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Find(name) is { } whole)
        {
            return whole.Texts();
        }

        List<string>? joined = null;
        for (int i = 0; Find($"{name}{i}") is { } part; i++)
        {
            (joined ??= []).AddRange(part.Texts());
        }

        return joined;
    }
}
