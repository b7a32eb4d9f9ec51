namespace KerasNet.Hdf5.Writing;

/// <summary>Element types, version 1, as h5py writes them on a little-endian machine.</summary>
internal static class TypeMessage
{
    public static byte[] Of(Hdf5ElementType type) => type switch
    {
        Hdf5ElementType.Float16 => Float(2, signBit: 15, exponentAt: 10, exponentBits: 5, bias: 15),
        Hdf5ElementType.Float32 => Float(4, signBit: 31, exponentAt: 23, exponentBits: 8, bias: 127),
        Hdf5ElementType.Float64 => Float(8, signBit: 63, exponentAt: 52, exponentBits: 11, bias: 1023),
        Hdf5ElementType.Int8 or Hdf5ElementType.Int16 or Hdf5ElementType.Int32 or Hdf5ElementType.Int64 => Integer(ElementTypes.SizeOf(type), signed: true),
        Hdf5ElementType.UInt8 or Hdf5ElementType.UInt16 or Hdf5ElementType.UInt32 or Hdf5ElementType.UInt64 => Integer(ElementTypes.SizeOf(type), signed: false),
        Hdf5ElementType.Boolean => Boolean(),
        Hdf5ElementType.Complex64 => Complex(Hdf5ElementType.Float32),
        Hdf5ElementType.Complex128 => Complex(Hdf5ElementType.Float64),
        _ => throw new ArgumentException($"Elements of type {type} are not written. Expected numbers; store bfloat16 as UInt16, as Keras does.", nameof(type)),
    };

    /// <summary>Texts of fixed length, padded with zeros: NumPy's <c>S</c>.</summary>
    public static byte[] FixedText(int width)
    {
        var block = new Block();
        block.Write([0x13, 1, 0, 0]);
        block.Write(width);
        return block.ToArray();
    }

    /// <summary>Pointers to texts that end in a zero.</summary>
    public static byte[] VariableText(bool utf8)
    {
        byte set = utf8 ? (byte)1 : (byte)0;
        return [0x19, 1, set, 0, 16, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0];
    }

    public static bool IsVariable(byte[] type) => type[0] == 0x19;

    private static byte[] Integer(int size, bool signed)
    {
        var block = new Block();
        block.Write([0x10, signed ? (byte)8 : (byte)0, 0, 0]);
        block.Write(size);
        block.Write((ushort)0);
        block.Write((ushort)(size * 8));
        return block.ToArray();
    }

    private static byte[] Float(int size, byte signBit, byte exponentAt, byte exponentBits, uint bias)
    {
        var block = new Block();
        block.Write([0x11, 0x20, signBit, 0]);      // the leading 1 of the mantissa is not stored
        block.Write(size);
        block.Write((ushort)0);
        block.Write((ushort)(size * 8));
        block.Write([exponentAt, exponentBits, 0, exponentAt]);
        block.Write(bias);
        return block.ToArray();
    }

    /// <summary>h5py's bool: an enumeration of one byte.</summary>
    private static byte[] Boolean()
    {
        var block = new Block();
        block.Write([0x18, 2, 0, 0, 1, 0, 0, 0]);
        block.Write(Integer(1, signed: true));
        block.Write("FALSE\0\0\0TRUE\0\0\0\0"u8);
        block.Write([0, 1]);
        return block.ToArray();
    }

    /// <summary>h5py's complex: a record of <c>r</c> and <c>i</c>.</summary>
    private static byte[] Complex(Hdf5ElementType part)
    {
        int size = ElementTypes.SizeOf(part);
        byte[] type = Of(part);
        var block = new Block();
        block.Write([0x16, 2, 0, 0]);
        block.Write(2 * size);
        for (int i = 0; i < 2; i++)
        {
            block.Write(i == 0 ? (ulong)'r' : 'i');
            block.Write(i * size);
            block.Write(new byte[28]);              // rank 0, four sizes
            block.Write(type);
        }

        return block.ToArray();
    }
}
