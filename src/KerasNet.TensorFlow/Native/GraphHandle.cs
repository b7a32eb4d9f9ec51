namespace KerasNet.TensorFlow.Native;

/// <summary>A <c>TF_Graph</c>.</summary>
internal sealed class GraphHandle() : NativeHandle(NativeMethods.TF_NewGraph())
{
    protected override void Release(nint pointer) => NativeMethods.TF_DeleteGraph(pointer);
}
