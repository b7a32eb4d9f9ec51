using PureHDF.Filters;

namespace KerasNet.Hdf5.Reading;

/// <summary>Replaces the parser's filters that trust the file, once per process, and adds lzf.</summary>
internal static class BoundedFilters
{
    private static readonly Lazy<bool> s_registered = new(() =>
    {
        H5Filter.Register(new BoundedDeflateFilter());
        H5Filter.Register(new CopyingFletcher32Filter());
        H5Filter.Register(new LzfFilter());
        return true;
    });

    public static void Register() => _ = s_registered.Value;
}
