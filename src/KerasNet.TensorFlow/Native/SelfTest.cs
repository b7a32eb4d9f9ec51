namespace KerasNet.TensorFlow.Native;

/// <summary>The smallest proof that the library works: a graph, a session and one run.</summary>
internal static unsafe class SelfTest
{
    private const int Float32 = 1;

    /// <summary>Squares three in a session and lists the devices of that session.</summary>
    /// <exception cref="TensorFlowException">TensorFlow reports an error.</exception>
    public static (float ThreeSquared, IReadOnlyList<NativeDevice> Devices) Run()
    {
        using var graph = new GraphHandle();
        using var status = new StatusHandle();
        var three = NativeMethods.TF_AllocateTensor(Float32, null, 0, sizeof(float));
        *(float*)NativeMethods.TF_TensorData(three) = 3;
        var constant = NativeMethods.TF_NewOperation(graph.Pointer, "Const", "three");
        NativeMethods.TF_SetAttrType(constant, "dtype", Float32);
        NativeMethods.TF_SetAttrTensor(constant, "value", three, status.Pointer);
        NativeMethods.TF_DeleteTensor(three);
        var value = NativeMethods.TF_FinishOperation(constant, status.Pointer);
        status.ThrowIfFailed("self test");
        var square = NativeMethods.TF_NewOperation(graph.Pointer, "Square", "square");
        NativeMethods.TF_AddInput(square, new(value, 0));
        var output = new TF_Output(NativeMethods.TF_FinishOperation(square, status.Pointer), 0);
        status.ThrowIfFailed("self test");

        using var session = new SessionHandle(graph, []);
        nint result;
        NativeMethods.TF_SessionRun(session.Pointer, 0, null, null, 0, &output, &result, 1, null, 0, 0, status.Pointer);
        status.ThrowIfFailed("self test");
        var nine = *(float*)NativeMethods.TF_TensorData(result);
        NativeMethods.TF_DeleteTensor(result);
        return (nine, NativeDevice.List(session));
    }
}
