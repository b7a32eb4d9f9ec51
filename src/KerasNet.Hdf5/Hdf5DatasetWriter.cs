using KerasNet.Hdf5.Writing;

namespace KerasNet.Hdf5;

/// <summary>A dataset that has been written; attributes can be added until the file is committed.</summary>
public sealed class Hdf5DatasetWriter : Hdf5ObjectWriter
{
    private readonly byte[] _type;
    private readonly byte[] _space;
    private readonly ulong _address;
    private readonly long _size;

    internal Hdf5DatasetWriter(Hdf5Writer writer, string path, byte[] type, byte[] space, ulong address, long size)
        : base(writer, path)
    {
        _type = type;
        _space = space;
        _address = address;
        _size = size;
    }

    internal ulong Write(FileOutput output)
    {
        var header = new ObjectHeader();
        header.Add(MessageKind.Space, _space);
        header.Add(MessageKind.Type, _type, isConstant: true);
        header.Add(MessageKind.Fill, [2, 2, TypeMessage.IsVariable(_type) ? (byte)0 : (byte)2, 1, 0, 0, 0, 0], isConstant: true);     // version, allocated late, written at once or if set, a default of 0 bytes
        var layout = new Block();
        layout.Write([3, 1]);                                                            // version, contiguous
        layout.Write(_size == 0 ? FileOutput.Nowhere : _address);
        layout.Write(_size);
        header.Add(MessageKind.Layout, layout.ToArray());
        WriteAttributes(header);
        return output.Append(header.ToArray());
    }
}
