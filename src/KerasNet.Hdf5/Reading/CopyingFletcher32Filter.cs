using PureHDF.Filters;

namespace KerasNet.Hdf5.Reading;

/// <summary>The checksum filter; the parser's own gives away a buffer that is filled anew while it is still being read.</summary>
internal sealed class CopyingFletcher32Filter : IH5Filter
{
    private readonly Fletcher32Filter _inner = new();

    public ushort FilterId => Fletcher32Filter.Id;

    public string Name => "fletcher32";

    public Memory<byte> Filter(FilterInfo info) => _inner.Filter(info).ToArray();

    public uint[] GetParameters(uint[] chunkDimensions, uint typeSize, Dictionary<string, object>? options) => _inner.GetParameters(chunkDimensions, typeSize, options);
}
