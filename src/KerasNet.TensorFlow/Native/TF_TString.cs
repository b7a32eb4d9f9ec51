using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

/// <summary>One cell of a string tensor: 24 opaque bytes, read and written by the <c>TF_String…</c> functions only.</summary>
[StructLayout(LayoutKind.Sequential, Size = 24)]
internal readonly struct TF_TString;
