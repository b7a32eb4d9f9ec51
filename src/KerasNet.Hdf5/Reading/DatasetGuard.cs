using PureHDF;
using PureHDF.VOL.Native;

namespace KerasNet.Hdf5.Reading;

/// <summary>What must hold before a dataset is read, or memory for it is taken.</summary>
internal static class DatasetGuard
{
    private const long DeflateRatio = 1032;

    public static void Check(Hdf5File file, NativeDataset dataset, string path, long size, int elementSize)
    {
        if (PureHdfInternals.ExternalFiles(dataset) is not null || dataset.Layout.Class == H5DataLayoutClass.VirtualStorage)
        {
            throw file.Damaged(path, "its data lies in other files, which are never read");
        }

        bool packed = PureHdfInternals.FilterPipeline(dataset) is not null;
        UInt128 room = packed ? UInt128.Min((UInt128)file.Length * (UInt128)DeflateRatio, (UInt128)file.Limits.MaxUnpackedBytes) : (UInt128)file.Length;
        UInt128 needed = (UInt128)size;
        if (dataset.Layout.Class == H5DataLayoutClass.Chunked)
        {
            needed = UInt128.Max(needed, ChunkSize(dataset.Layout.Chunks, elementSize));
        }

        if (needed > room)
        {
            throw file.Damaged(path, packed && needed <= (UInt128)file.Length * (UInt128)DeflateRatio
                ? $"it unpacks to {needed} bytes. Expected at most {file.Limits.MaxUnpackedBytes}. Raise Hdf5Limits.MaxUnpackedBytes if you trust the file"
                : $"it declares {needed} bytes, the file has {file.Length}");
        }
    }

    /// <summary>Room for the chunks of one row of chunks: with less, each is unpacked again for every row of elements.</summary>
    public static IReadingChunkCache? CacheFor(NativeDataset dataset, IReadOnlyList<long> shape, int elementSize)
    {
        if (dataset.Layout.Class != H5DataLayoutClass.Chunked)
        {
            return null;
        }

        ulong[] chunks = dataset.Layout.Chunks;
        UInt128 count = 1;
        for (int axis = 1; axis < shape.Count && axis < chunks.Length; axis++)
        {
            count *= (UInt128)(((ulong)shape[axis] + chunks[axis] - 1) / chunks[axis]);
        }

        UInt128 bytes = (count + 1) * ChunkSize(chunks, elementSize);
        return new SimpleReadingChunkCache((int)UInt128.Min(count + 1, int.MaxValue), (ulong)UInt128.Min(bytes, int.MaxValue));
    }

    private static UInt128 ChunkSize(ulong[] chunks, int elementSize)
    {
        UInt128 size = (UInt128)elementSize;
        foreach (ulong chunk in chunks)
        {
            size = chunk > int.MaxValue || size > int.MaxValue ? UInt128.MaxValue / 2 : size * chunk;
        }

        return size;
    }
}
