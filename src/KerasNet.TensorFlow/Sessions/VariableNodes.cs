using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>Makes the nodes of variables: handle, read, feed, assign.</summary>
internal sealed unsafe class VariableNodes(GraphHandle graph, NodeNames names)
{
    private static long _made;

    public VariableSlot Add(KerasVariable variable)
    {
        var handle = Finish("VarHandleOp", "variables/" + variable.Path, description =>
        {
            var attributes = new GraphAttributes(description);
            attributes.Set("dtype", variable.DType);
            attributes.Set("shape", variable.Shape);
            attributes.Set("shared_name", System.Text.Encoding.UTF8.GetBytes($"variable_{Interlocked.Increment(ref _made)}"));
        });
        var read = Finish("ReadVariableOp", $"variables/{variable.Path}/read", description =>
        {
            NativeMethods.TF_AddInput(description, new TF_Output(handle, 0));
            new GraphAttributes(description).Set("dtype", variable.DType);
        });
        var feed = Finish("Placeholder", $"variables/{variable.Path}/feed", description =>
        {
            new GraphAttributes(description).Set("dtype", variable.DType);
            new GraphAttributes(description).Set("shape", variable.Shape);
        });
        var assign = Finish("AssignVariableOp", $"variables/{variable.Path}/assign", description =>
        {
            NativeMethods.TF_AddInput(description, new TF_Output(handle, 0));
            NativeMethods.TF_AddInput(description, new TF_Output(feed, 0));
            new GraphAttributes(description).Set("dtype", variable.DType);
        });
        return new VariableSlot(new(handle, 0), new(read, 0), new(feed, 0), assign, variable.Shape.Size * variable.DType.Size());
    }

    private nint Finish(string op, string name, Action<nint> describe)
    {
        var description = NativeMethods.TF_NewOperation(graph.Pointer, op, names.Take(name));
        describe(description);
        using var status = new StatusHandle();
        var operation = NativeMethods.TF_FinishOperation(description, status.Pointer);
        NodeError.ThrowIfFailed(status, name);
        return operation;
    }
}
