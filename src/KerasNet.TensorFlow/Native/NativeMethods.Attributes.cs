using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrInt(nint description, string name, long value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrIntList(nint description, string name, long* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrFloat(nint description, string name, float value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrFloatList(nint description, string name, float* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrBool(nint description, string name, byte value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrBoolList(nint description, string name, byte* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrString(nint description, string name, byte* value, nuint length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrStringList(nint description, string name, byte** values, nuint* lengths, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrType(nint description, string name, int dataType);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrTypeList(nint description, string name, int* dataTypes, int count);

    /// <remarks><c>rank</c>: -1: unknown rank; a dimension of -1 is unknown.</remarks>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrShape(nint description, string name, long* dims, int rank);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrShapeList(nint description, string name, long** dims, int* ranks, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrTensor(nint description, string name, nint tensor, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrFuncName(nint description, string name, byte* function, nuint length);

    /// <summary>Any attribute, as a serialized <c>AttrValue</c>.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetAttrValueProto(nint description, string name, void* proto, nuint length, nint status);
}
