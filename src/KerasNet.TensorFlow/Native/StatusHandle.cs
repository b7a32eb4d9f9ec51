using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TF_Status</c>: pass <see cref="NativeHandle.Pointer"/>, then call <see cref="ThrowIfFailed"/>.</summary>
internal sealed unsafe class StatusHandle() : NativeHandle(NativeMethods.TF_NewStatus())
{
    public TensorFlowCode Code => (TensorFlowCode)NativeMethods.TF_GetCode(Pointer);

    public string Message => Marshal.PtrToStringUTF8((nint)NativeMethods.TF_Message(Pointer)) ?? "";

    /// <summary>Throws what went wrong in the last call.</summary>
    /// <param name="where">Who asked, as in <c>layer 'dense_1'</c>: it stands before TensorFlow's words.</param>
    public void ThrowIfFailed(string? where = null)
    {
        if (NativeMethods.TF_GetCode(Pointer) != 0)
        {
            throw new TensorFlowException(Code, where is null ? Message : $"{where}: {Message}");
        }
    }

    protected override void Release(nint pointer) => NativeMethods.TF_DeleteStatus(pointer);
}
