using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>One output of an operation in a <c>TF_Graph</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct TF_Output(nint oper, int index)
{
    /// <summary>The <c>TF_Operation*</c>.</summary>
    public readonly nint Oper = oper;

    /// <summary>Which of its outputs.</summary>
    public readonly int Index = index;
}
