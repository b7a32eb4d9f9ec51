using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>TensorFlow's C API, the stable core of <c>c_api.h</c> and what eager calls need of <c>eager/c_api.h</c>; names are TensorFlow's.</summary>
/// <remarks>Raw pointers are <c>nint</c>: the callers own them through the SafeHandles beside this file.</remarks>
internal static unsafe partial class NativeMethods
{
    /// <summary>The name that the resolver of <see cref="TensorFlowLibrary"/> turns into the library that was found.</summary>
    internal const string Library = "tensorflow";

    static NativeMethods() => TensorFlowLibrary.RegisterResolver();

    [LibraryImport(Library)]
    internal static partial byte* TF_Version();

    [LibraryImport(Library)]
    internal static partial nint TF_NewStatus();

    [LibraryImport(Library)]
    internal static partial void TF_DeleteStatus(nint status);

    [LibraryImport(Library)]
    internal static partial int TF_GetCode(nint status);

    [LibraryImport(Library)]
    internal static partial byte* TF_Message(nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetStatus(nint status, int code, string message);

    [LibraryImport(Library)]
    internal static partial nint TF_NewBuffer();

    [LibraryImport(Library)]
    internal static partial nint TF_NewBufferFromString(void* proto, nuint length);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteBuffer(nint buffer);

    /// <summary>A serialized OpList of every op that the library knows.</summary>
    [LibraryImport(Library)]
    internal static partial nint TF_GetAllOpList();
}
