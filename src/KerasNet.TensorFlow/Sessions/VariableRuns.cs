using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>Reads and writes variables of a session, all in one run.</summary>
internal static unsafe class VariableRuns
{
    public static void Read(SessionGroup group, IReadOnlyList<KerasVariable> variables, Span<Tensor> values)
    {
        var tensors = Read(group, variables);
        try
        {
            for (var i = 0; i < tensors.Length; i++)
            {
                values[i] = NativeTensor.Deliver(tensors[i], null);
            }
        }
        finally
        {
            Delete(tensors);
        }
    }

    /// <summary>The values as <c>TF_Tensor</c>s, which the caller deletes.</summary>
    public static nint[] Read(SessionGroup group, IReadOnlyList<KerasVariable> variables)
    {
        if (variables.Count == 0)
        {
            return [];
        }

        var fetches = variables.Select(v => group.Existing(v).Read).ToArray();
        var results = new nint[fetches.Length];
        using var status = new StatusHandle();
        fixed (TF_Output* fetch = fetches)
        {
            fixed (nint* result = results)
            {
                NativeMethods.TF_SessionRun(group.Session.Pointer, SessionConfig.CallersThread, null, null, 0, fetch, result, fetches.Length, null, 0, 0, status.Pointer);
            }
        }

        NodeError.ThrowIfFailed(status);
        return results;
    }

    public static void Write(SessionGroup group, IReadOnlyList<KerasVariable> variables, ReadOnlySpan<Tensor> values)
    {
        var tensors = new nint[variables.Count];
        try
        {
            for (var i = 0; i < tensors.Length; i++)
            {
                tensors[i] = Initial(variables[i], values[i]);
            }

            Write(group, variables, tensors);
        }
        finally
        {
            Delete(tensors);
        }
    }

    /// <summary>Writes values that the session may keep: memory of TensorFlow's own.</summary>
    public static void Write(SessionGroup group, IReadOnlyList<KerasVariable> variables, nint[] tensors)
    {
        if (variables.Count == 0)
        {
            return;
        }

        var slots = variables.Select(group.Existing).ToArray();
        var feeds = Array.ConvertAll(slots, s => s.Feed);
        var targets = Array.ConvertAll(slots, s => s.Assign);
        using var status = new StatusHandle();
        fixed (TF_Output* feed = feeds)
        {
            fixed (nint* value = tensors, target = targets)
            {
                NativeMethods.TF_SessionRun(group.Session.Pointer, SessionConfig.CallersThread, feed, value, feeds.Length, null, null, 0, target, targets.Length, 0, status.Pointer);
            }
        }

        NodeError.ThrowIfFailed(status);
    }

    /// <summary>A variable keeps the buffer that it is given, so it gets a copy of its own.</summary>
    public static nint Initial(KerasVariable variable, Tensor value) => value.DType == variable.DType && value.Shape == variable.Shape
        ? NativeTensor.Copy(value)
        : throw new ArgumentException($"Variable '{variable.Path}' has shape {variable.Shape} and type {variable.DType.Name()}. Received: a value of shape {value.Shape} and type {value.DType.Name()}.");

    public static void Delete(nint[] tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor != 0)
            {
                NativeMethods.TF_DeleteTensor(tensor);
            }
        }
    }
}
