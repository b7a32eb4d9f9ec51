using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Eager;

/// <summary>Variables of the eager context that stand for a model's while one op that takes handles runs.</summary>
internal sealed unsafe class EagerVariables : IDisposable
{
    private static long _made;
    private readonly List<(KerasVariable Variable, nint Handle)> _variables = [];

    /// <summary>The handle of a variable that holds the same value.</summary>
    public nint Handle(KerasVariable variable)
    {
        foreach (var (known, handle) in _variables)
        {
            if (known == variable)
            {
                return handle;
            }
        }

        using var status = new StatusHandle();
        var made = Call("VarHandleOp", status, results: 1, op =>
        {
            var attributes = new EagerAttributes(op);
            attributes.Set("dtype", variable.DType);
            attributes.Set("shape", variable.Shape);
            attributes.Set("shared_name", System.Text.Encoding.UTF8.GetBytes($"eager_{Interlocked.Increment(ref _made)}"));
        });
        _variables.Add((variable, made));
        var value = NativeTensor.Copy(variable.ReadNow()); // a variable keeps the buffer that it is given
        var input = NativeMethods.TFE_NewTensorHandle(value, status.Pointer);
        NativeMethods.TF_DeleteTensor(value);
        status.ThrowIfFailed(variable.Path);
        Call("AssignVariableOp", status, results: 0, op =>
        {
            NativeMethods.TFE_OpAddInput(op, made, status.Pointer);
            NativeMethods.TFE_OpAddInput(op, input, status.Pointer);
        });
        NativeMethods.TFE_DeleteTensorHandle(input);
        return made;
    }

    /// <summary>Writes the values to the model's variables.</summary>
    public void WriteBack()
    {
        using var status = new StatusHandle();
        foreach (var (variable, handle) in _variables)
        {
            var read = Call("ReadVariableOp", status, results: 1, op =>
            {
                NativeMethods.TFE_OpAddInput(op, handle, status.Pointer);
                new EagerAttributes(op).Set("dtype", variable.DType);
            });
            var value = EagerCall.Resolve(read, status);
            NativeMethods.TFE_DeleteTensorHandle(read);
            if (variable.Home is { } home)
            {
                home.Write([variable], [value]);
            }
            else
            {
                variable.Host = value;
            }
        }
    }

    public void Dispose()
    {
        using var status = new StatusHandle();
        foreach (var (_, handle) in _variables)
        {
            Call("DestroyResourceOp", status, results: 0, op => NativeMethods.TFE_OpAddInput(op, handle, status.Pointer));
            NativeMethods.TFE_DeleteTensorHandle(handle);
        }
    }

    private static nint Call(string name, StatusHandle status, int results, Action<nint> describe)
    {
        var op = NativeMethods.TFE_NewOp(EagerContext.Pointer, name, status.Pointer);
        status.ThrowIfFailed(name);
        try
        {
            describe(op);
            status.ThrowIfFailed(name);
            nint result = 0;
            var count = results;
            NativeMethods.TFE_Execute(op, &result, &count, status.Pointer);
            status.ThrowIfFailed(name);
            return result;
        }
        finally
        {
            NativeMethods.TFE_DeleteOp(op);
        }
    }
}
