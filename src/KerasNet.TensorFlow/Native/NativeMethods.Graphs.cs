using System.Runtime.InteropServices;

namespace KerasNet.TensorFlow.Native;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial nint TF_NewGraph();

    [LibraryImport(Library)]
    internal static partial void TF_DeleteGraph(nint graph);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TF_GraphOperationByName(nint graph, string name);

    [LibraryImport(Library)]
    internal static partial nint TF_GraphNextOperation(nint graph, nuint* position);

    [LibraryImport(Library)]
    internal static partial int TF_GraphGetTensorNumDims(nint graph, TF_Output output, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_GraphGetTensorShape(nint graph, TF_Output output, long* dims, int rank, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_GraphToGraphDef(nint graph, nint buffer, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TF_NewOperation(nint graph, string type, string name);

    /// <summary>Ends the description, also when it fails: the description is gone then, and 0 comes back.</summary>
    [LibraryImport(Library)]
    internal static partial nint TF_FinishOperation(nint description, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_AddInput(nint description, TF_Output input);

    [LibraryImport(Library)]
    internal static partial void TF_AddInputList(nint description, TF_Output* inputs, int count);

    [LibraryImport(Library)]
    internal static partial void TF_AddControlInput(nint description, nint operation);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void TF_SetDevice(nint description, string device);

    [LibraryImport(Library)]
    internal static partial void TF_ColocateWith(nint description, nint operation);

    [LibraryImport(Library)]
    internal static partial byte* TF_OperationName(nint operation);

    [LibraryImport(Library)]
    internal static partial byte* TF_OperationOpType(nint operation);

    [LibraryImport(Library)]
    internal static partial byte* TF_OperationDevice(nint operation);

    [LibraryImport(Library)]
    internal static partial int TF_OperationNumInputs(nint operation);

    [LibraryImport(Library)]
    internal static partial int TF_OperationNumOutputs(nint operation);

    [LibraryImport(Library)]
    internal static partial int TF_OperationOutputType(TF_Output output);

    /// <remarks><c>operationCount</c>: -1 takes every operation of the graph; wrong for graphs that hold more than the body. <c>outputNames</c>: null takes the names of the operations.</remarks>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TF_GraphToFunction(
        nint body, string name, byte appendHash, int operationCount, nint* operations, int inputCount, TF_Output* inputs,
        int outputCount, TF_Output* outputs, byte** outputNames, nint options, string? description, nint status);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TF_GraphToFunctionWithControlOutputs(
        nint body, string name, byte appendHash, int operationCount, nint* operations, int inputCount, TF_Output* inputs,
        int outputCount, TF_Output* outputs, byte** outputNames, int controlOutputCount, nint* controlOutputs, byte** controlOutputNames,
        nint options, string? description, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_GraphCopyFunction(nint graph, nint function, nint gradient, nint status);

    [LibraryImport(Library)]
    internal static partial void TF_FunctionToFunctionDef(nint function, nint buffer, nint status);

    [LibraryImport(Library)]
    internal static partial byte* TF_FunctionName(nint function);

    [LibraryImport(Library)]
    internal static partial void TF_DeleteFunction(nint function);
}
