using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TF_Function</c>, made by <c>TF_GraphToFunction</c>.</summary>
internal sealed unsafe class FunctionHandle(nint function) : NativeHandle(function)
{
    public string Name => Marshal.PtrToStringUTF8((nint)NativeMethods.TF_FunctionName(Pointer)) ?? "";

    protected override void Release(nint pointer) => NativeMethods.TF_DeleteFunction(pointer);
}
