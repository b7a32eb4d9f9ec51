using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>A variable inside one session: its handle, the node that reads it, the feed and the node that replaces it.</summary>
internal sealed record VariableSlot(TF_Output Handle, TF_Output Read, TF_Output Feed, nint Assign, long Bytes);
