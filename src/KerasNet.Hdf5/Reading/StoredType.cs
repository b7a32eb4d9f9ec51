using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using PureHDF;

namespace KerasNet.Hdf5.Reading;

/// <summary>How elements are stored.</summary>
/// <param name="Element">What they are.</param>
/// <param name="Size">Bytes of one.</param>
/// <param name="SwapSize">Bytes of a big-endian number in it; 0 where nothing needs turning.</param>
/// <param name="IsVariableText">Are they pointers to texts?</param>
/// <param name="PaddedBySpaces">Do texts of fixed length end in spaces (Fortran), and not in zeros?</param>
internal sealed record StoredType(Hdf5ElementType Element, int Size, int SwapSize, bool IsVariableText = false, bool PaddedBySpaces = false)
{
    public static StoredType Of(IH5DataType type, object message)
    {
        string bits = PureHdfInternals.Bits(message).ToString()!;
        object[] properties = (object[])PureHdfInternals.Properties(message);
        int size = type.Size;
        int swap = bits.Contains("ByteOrder = BigEndian", StringComparison.Ordinal) ? size : 0;
        if (size <= 0)
        {
            throw new InvalidDataException($"it has elements of {size} bytes");
        }

        switch (type.Class)
        {
            case H5DataTypeClass.FixedPoint:
                return new StoredType(Integer(size, type.FixedPoint!.IsSigned), size, swap);
            case H5DataTypeClass.FloatingPoint:
                return new StoredType(Float(size, properties), size, swap);
            case H5DataTypeClass.Enumerated when properties is [var enumeration]:
                StoredType stored = Of(type.Enumeration!.BaseType, PureHdfInternals.EnumerationBase(enumeration));
                return IsBoolean(type, stored) ? new StoredType(Hdf5ElementType.Boolean, 1, 0) : stored;
            case H5DataTypeClass.Compound when properties is [_, var imaginary] && type.Compound!.Members is [{ Name: "r", Offset: 0 }, { Name: "i" } second]:
                StoredType part = Of(second.Type, PureHdfInternals.MemberType(imaginary));
                return (part.Element, second.Offset, size) switch
                {
                    (Hdf5ElementType.Float32, 4, 8) => new StoredType(Hdf5ElementType.Complex64, 8, part.SwapSize),
                    (Hdf5ElementType.Float64, 8, 16) => new StoredType(Hdf5ElementType.Complex128, 16, part.SwapSize),
                    _ => new StoredType(Hdf5ElementType.Other, size, 0),
                };
            case H5DataTypeClass.String:
                return new StoredType(Hdf5ElementType.Text, size, 0, PaddedBySpaces: bits.Contains("SpacePad", StringComparison.Ordinal));
            case H5DataTypeClass.VariableLength when size == 16 && bits.Contains("Type = String", StringComparison.Ordinal):
                return new StoredType(Hdf5ElementType.Text, size, 0, IsVariableText: true);
            default:
                return new StoredType(Hdf5ElementType.Other, size, 0);
        }
    }

    /// <summary>May an element be taken for a <typeparamref name="T"/>?</summary>
    public bool Fits<T>()
        where T : unmanaged => Unsafe.SizeOf<T>() == Size && Element switch
        {
            Hdf5ElementType.Float16 => typeof(T) == typeof(Half),
            Hdf5ElementType.BFloat16 => typeof(T) == typeof(ushort),
            Hdf5ElementType.Float32 => typeof(T) == typeof(float),
            Hdf5ElementType.Float64 => typeof(T) == typeof(double),
            Hdf5ElementType.Int8 => typeof(T) == typeof(sbyte),
            Hdf5ElementType.Int16 => typeof(T) == typeof(short),
            Hdf5ElementType.Int32 => typeof(T) == typeof(int),
            Hdf5ElementType.Int64 => typeof(T) == typeof(long),
            Hdf5ElementType.UInt8 => typeof(T) == typeof(byte),
            Hdf5ElementType.UInt16 => typeof(T) == typeof(ushort),
            Hdf5ElementType.UInt32 => typeof(T) == typeof(uint),
            Hdf5ElementType.UInt64 => typeof(T) == typeof(ulong),
            Hdf5ElementType.Boolean => typeof(T) == typeof(bool) || typeof(T) == typeof(byte),
            Hdf5ElementType.Complex128 => typeof(T) == typeof(Complex),
            _ => false,
        };

    /// <summary>Turns big-endian numbers in place; makes every true of a boolean 1, as .NET wants it.</summary>
    public void ToLittleEndian(Span<byte> bytes)
    {
        if (SwapSize > 1)
        {
            for (int i = 0; i + SwapSize <= bytes.Length; i += SwapSize)
            {
                bytes.Slice(i, SwapSize).Reverse();
            }
        }

        if (Element == Hdf5ElementType.Boolean)
        {
            foreach (ref byte b in bytes)
            {
                b = b == 0 ? (byte)0 : (byte)1;
            }
        }
    }

    /// <summary>The texts of fixed length, without what pads them.</summary>
    public IReadOnlyList<string> FixedTexts(ReadOnlySpan<byte> bytes)
    {
        string[] texts = new string[bytes.Length / Size];
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<byte> text = bytes.Slice(i * Size, Size);
            int end = text.IndexOf((byte)0);
            text = end < 0 ? text : text[..end];
            texts[i] = Encoding.UTF8.GetString(PaddedBySpaces ? text.TrimEnd((byte)' ') : text);
        }

        return texts;
    }

    /// <summary>What an error calls it.</summary>
    public override string ToString() => Element == Hdf5ElementType.Other ? $"elements of {Size} bytes that Keras does not write" : Element.ToString();

    private static bool IsBoolean(IH5DataType type, StoredType stored) =>
        stored is { Element: Hdf5ElementType.Int8 or Hdf5ElementType.UInt8 } && type.Enumeration!.GetMembers<byte>() is { Count: 2 } members &&
        members.TryGetValue("FALSE", out byte no) && members.TryGetValue("TRUE", out byte yes) && (no, yes) is (0, 1);

    private static Hdf5ElementType Integer(int size, bool signed) => (size, signed) switch
    {
        (1, true) => Hdf5ElementType.Int8,
        (2, true) => Hdf5ElementType.Int16,
        (4, true) => Hdf5ElementType.Int32,
        (8, true) => Hdf5ElementType.Int64,
        (1, false) => Hdf5ElementType.UInt8,
        (2, false) => Hdf5ElementType.UInt16,
        (4, false) => Hdf5ElementType.UInt32,
        (8, false) => Hdf5ElementType.UInt64,
        _ => Hdf5ElementType.Other,
    };

    /// <summary>Four formats of floats; anything else of the same width (an exponent of 6 bits) would be read as wrong numbers.</summary>
    private static Hdf5ElementType Float(int size, object[] properties)
    {
        string format = properties is [var only] ? only.ToString()! : "";
        bool Is(int exponent, int mantissa) =>
            format.Contains($"ExponentSize = {exponent},", StringComparison.Ordinal) && format.Contains($"MantissaSize = {mantissa},", StringComparison.Ordinal);
        return size switch
        {
            2 when Is(5, 10) => Hdf5ElementType.Float16,
            2 when Is(8, 7) => Hdf5ElementType.BFloat16,
            4 when Is(8, 23) => Hdf5ElementType.Float32,
            8 when Is(11, 52) => Hdf5ElementType.Float64,
            _ => Hdf5ElementType.Other,
        };
    }
}
