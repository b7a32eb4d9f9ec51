namespace KerasNet;

/// <summary>Element type of a tensor. The numbers are TensorFlow's, so that a file or a native call needs no table.</summary>
public enum DataType
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>32-bit IEEE float, Keras's default.</summary>
    Float32 = 1,

    /// <summary>64-bit IEEE float.</summary>
    Float64 = 2,

    /// <summary>32-bit signed integer.</summary>
    Int32 = 3,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8 = 4,

    /// <summary>16-bit signed integer.</summary>
    Int16 = 5,

    /// <summary>8-bit signed integer.</summary>
    Int8 = 6,

    /// <summary>Text.</summary>
    String = 7,

    /// <summary>Two 32-bit floats: real and imaginary part.</summary>
    Complex64 = 8,

    /// <summary>64-bit signed integer.</summary>
    Int64 = 9,

    /// <summary>True or false, one byte.</summary>
    Bool = 10,

    /// <summary>16-bit float with the exponent of a 32-bit one.</summary>
    BFloat16 = 14,

    /// <summary>16-bit unsigned integer.</summary>
    UInt16 = 17,

    /// <summary>Two 64-bit floats: real and imaginary part.</summary>
    Complex128 = 18,

    /// <summary>16-bit IEEE float.</summary>
    Float16 = 19,

    /// <summary>A handle to a variable.</summary>
    Resource = 20,

    /// <summary>A TensorFlow variant, as lists of tensors in loops are.</summary>
    Variant = 21,

    /// <summary>32-bit unsigned integer.</summary>
    UInt32 = 22,

    /// <summary>64-bit unsigned integer.</summary>
    UInt64 = 23,
}
