namespace KerasNet.Hdf5;

/// <summary>What the elements of an <see cref="Hdf5Dataset"/> or <see cref="Hdf5Attribute"/> are, as stored; byte order is already settled by the reader.</summary>
public enum Hdf5ElementType
{
    /// <summary>Something that Keras does not write: records, references, odd widths. Only the raw bytes can be read.</summary>
    Other,

    /// <summary>IEEE half precision: <see cref="Half"/>.</summary>
    Float16,

    /// <summary>The upper half of a float32, as HDF5 2.0 stores it. (Keras stores bfloat16 as <see cref="UInt16"/> with an attribute <c>dtype</c>.)</summary>
    BFloat16,

    /// <summary><see cref="float"/>.</summary>
    Float32,

    /// <summary><see cref="double"/>.</summary>
    Float64,

    /// <summary><see cref="sbyte"/>.</summary>
    Int8,

    /// <summary><see cref="short"/>.</summary>
    Int16,

    /// <summary><see cref="int"/>.</summary>
    Int32,

    /// <summary><see cref="long"/>.</summary>
    Int64,

    /// <summary><see cref="byte"/>.</summary>
    UInt8,

    /// <summary><see cref="ushort"/>.</summary>
    UInt16,

    /// <summary><see cref="uint"/>.</summary>
    UInt32,

    /// <summary><see cref="ulong"/>.</summary>
    UInt64,

    /// <summary>One byte, 0 or 1: h5py's bool.</summary>
    Boolean,

    /// <summary>Two float32: real and imaginary part.</summary>
    Complex64,

    /// <summary>Two float64: real and imaginary part.</summary>
    Complex128,

    /// <summary>Text of fixed or variable length.</summary>
    Text,
}
