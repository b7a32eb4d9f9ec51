using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

internal static unsafe partial class NativeMethods
{
    /// <summary>Wraps the caller's memory, without a copy when it is aligned to 64 bytes; else copies and calls the deallocator at once.</summary>
    /// <remarks><c>deallocator</c>: A static <c>[UnmanagedCallersOnly]</c> function <c>(void* data, nuint length, void* arg)</c>; may be called on any thread.</remarks>
    /// <returns>0 when <paramref name="byteLength"/> does not fit the shape.</returns>
    [LibraryImport(Library)]
    internal static partial nint TF_NewTensor(int dataType, long* dims, int rank, void* data, nuint byteLength, nint deallocator, nint deallocatorArg);

    [LibraryImport(Library)]
    internal static partial nint TF_AllocateTensor(int dataType, long* dims, int rank, nuint byteLength);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteTensor(nint tensor);

    [LibraryImport(Library)]
    internal static partial int TF_TensorType(nint tensor);

    [LibraryImport(Library)]
    internal static partial int TF_NumDims(nint tensor);

    [LibraryImport(Library)]
    internal static partial long TF_Dim(nint tensor, int index);

    [LibraryImport(Library)]
    internal static partial nuint TF_TensorByteSize(nint tensor);

    [LibraryImport(Library)]
    internal static partial void* TF_TensorData(nint tensor);

    [LibraryImport(Library)]
    internal static partial nuint TF_DataTypeSize(int dataType);

    [LibraryImport(Library)]
    internal static partial void TF_StringInit(TF_TString* cell);

    [LibraryImport(Library)]
    internal static partial void TF_StringCopy(TF_TString* destination, byte* source, nuint length);

    [LibraryImport(Library)]
    internal static partial byte* TF_StringGetDataPointer(TF_TString* cell);

    [LibraryImport(Library)]
    internal static partial nuint TF_StringGetSize(TF_TString* cell);

    [LibraryImport(Library)]
    internal static partial void TF_StringDealloc(TF_TString* cell);
}
