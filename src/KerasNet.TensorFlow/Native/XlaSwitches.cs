using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>TensorFlow's process-wide XLA switches: experimental entry points that a library may lack.</summary>
internal static unsafe class XlaSwitches
{
    /// <summary>Turns automatic clustering on for sessions made afterwards.</summary>
    /// <returns>False where the library does not export the switches.</returns>
    public static bool TryEnableAutoJit()
    {
        TensorFlowLibrary.Load();
        if (!NativeLibrary.TryGetExport(TensorFlowLibrary.Handle, "TF_SetTfXlaCpuGlobalJit", out var cpu) ||
            !NativeLibrary.TryGetExport(TensorFlowLibrary.Handle, "TF_SetXlaAutoJitMode", out var mode))
        {
            return false;
        }

        ((delegate* unmanaged<byte, void>)cpu)(1);
        fixed (byte* two = "2\0"u8)
        {
            ((delegate* unmanaged<byte*, void>)mode)(two);
        }

        return true;
    }
}
