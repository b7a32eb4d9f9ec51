using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint TF_NewSessionOptions();

    /// <remarks><c>proto</c>: A serialized <c>ConfigProto</c>.</remarks>
    [LibraryImport(Library)]
    internal static partial void TF_SetConfig(nint options, void* proto, nuint length, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteSessionOptions(nint options);

    [LibraryImport(Library)]
    internal static partial nint TF_NewSession(nint graph, nint options, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_CloseSession(nint session, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteSession(nint session, nint status);

    /// <summary>The one call of a training step. Outputs become the caller's; inputs stay the caller's.</summary>
    /// <remarks><c>runOptions</c>: A <c>TF_Buffer</c> with a serialized <c>RunOptions</c>, or 0.</remarks>
    [LibraryImport(Library)]
    internal static partial void TF_SessionRun(
        nint session, nint runOptions, TF_Output* inputs, nint* inputValues, int inputCount,
        TF_Output* outputs, nint* outputValues, int outputCount, nint* targets, int targetCount, nint runMetadata, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TF_LoadSessionFromSavedModel(
        nint options, nint runOptions, string folder, byte** tags, int tagCount, nint graph, nint metaGraphBuffer, nint status);

    [LibraryImport(Library)]
    internal static partial nint TF_SessionListDevices(nint session, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteDeviceList(nint devices);

    [LibraryImport(Library)]
    internal static partial int TF_DeviceListCount(nint devices);

    [LibraryImport(Library)]
    internal static partial byte* TF_DeviceListName(nint devices, int index, nint status);

    [LibraryImport(Library)]
    internal static partial byte* TF_DeviceListType(nint devices, int index, nint status);

    [LibraryImport(Library)]
    internal static partial long TF_DeviceListMemoryBytes(nint devices, int index, nint status);
}
