using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint TFE_NewContextOptions();

    /// <remarks><c>proto</c>: A serialized <c>ConfigProto</c>.</remarks>
    [LibraryImport(Library)]
    internal static partial void TFE_ContextOptionsSetConfig(nint options, void* proto, nuint length, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_DeleteContextOptions(nint options);

    [LibraryImport(Library)]
    internal static partial nint TFE_NewContext(nint options, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_DeleteContext(nint context);

    [LibraryImport(Library)]
    internal static partial void TFE_ContextClearCaches(nint context);

    [LibraryImport(Library)]
    internal static partial void TFE_ContextAddFunction(nint context, nint function, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_ContextRemoveFunction(nint context, string name, nint status);

    /// <summary>A handle shares the tensor's buffer: the tensor may be deleted at once.</summary>
    [LibraryImport(Library)]
    internal static partial nint TFE_NewTensorHandle(nint tensor, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_DeleteTensorHandle(nint handle);

    [LibraryImport(Library)]
    internal static partial nint TFE_TensorHandleResolve(nint handle, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TFE_NewOp(nint context, string type, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_DeleteOp(nint op);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetDevice(nint op, string device, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_OpAddInput(nint op, nint handle, nint status);

    [LibraryImport(Library)]
    internal static partial void TFE_OpAddInputList(nint op, nint* handles, int count, nint status);

    /// <remarks><c>resultCount</c>: In: room in <paramref name="results"/>; out: how many there are.</remarks>
    [LibraryImport(Library)]
    internal static partial void TFE_Execute(nint op, nint* results, int* resultCount, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrInt(nint op, string name, long value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrIntList(nint op, string name, long* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrFloat(nint op, string name, float value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrFloatList(nint op, string name, float* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrBool(nint op, string name, byte value);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrBoolList(nint op, string name, byte* values, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrString(nint op, string name, byte* value, nuint length);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrStringList(nint op, string name, byte** values, nuint* lengths, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrType(nint op, string name, int dataType);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrTypeList(nint op, string name, int* dataTypes, int count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrShape(nint op, string name, long* dims, int rank, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrShapeList(nint op, string name, long** dims, int* ranks, int count, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrTensor(nint op, string name, nint tensor, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrFunctionName(nint op, string name, byte* function, nuint length);

    /// <summary>Any attribute, as a serialized <c>AttrValue</c>.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TFE_OpSetAttrValueProto(nint op, string name, void* proto, nuint length, nint status);
}
