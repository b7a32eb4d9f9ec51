using KerasNet.Graphs;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Eager;

/// <summary>Runs one op at once, in no session's graph. A variable enters as its value, and what an op writes goes to the variable's home.</summary>
internal static unsafe class EagerCall
{
    public static void Run(Node call, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs)
    {
        if (call.Definition is AssignVariableOp)
        {
            Assign(inputs[0].Variable!, inputs[1]);
            return;
        }

        var tensors = stackalloc nint[inputs.Length];
        var handles = stackalloc nint[inputs.Length];
        new Span<nint>(tensors, inputs.Length).Clear();
        var results = stackalloc nint[outputs.Length + 1];
        new Span<nint>(handles, inputs.Length).Clear();
        new Span<nint>(results, outputs.Length + 1).Clear();
        var functions = default(List<string>);
        var variables = default(EagerVariables);
        var op = default(nint);
        using var status = new StatusHandle();
        try
        {
            for (var i = 0; i < inputs.Length; i++)
            {
                handles[i] = inputs[i].Variable is { } variable ? (variables ??= new()).Handle(variable) : Handle(inputs[i], out tensors[i], status);
            }

            var schema = OpSchemas.Of(call);
            op = NativeMethods.TFE_NewOp(EagerContext.Pointer, call.Definition.Name, status.Pointer);
            NodeError.ThrowIfFailed(status, call.Name);
            AddInputs(call, schema, op, handles, status);
            Attributes.Write(call, schema, new EagerAttributes(op), body => EagerContext.Add(body, functions ??= []));
            var count = outputs.Length;
            NativeMethods.TFE_Execute(op, results, &count, status.Pointer);
            NodeError.ThrowIfFailed(status, call.Name);
            for (var i = 0; i < count; i++)
            {
                outputs[i] = Resolve(results[i], status);
            }

            if (call.Definition.Writes)
            {
                variables?.WriteBack();
            }
        }
        finally
        {
            if (op != 0)
            {
                NativeMethods.TFE_DeleteOp(op);
            }

            for (var i = 0; i < outputs.Length; i++)
            {
                Delete(results[i]);
            }

            variables?.Dispose();
            for (var i = 0; i < inputs.Length; i++)
            {
                if (tensors[i] != 0)
                {
                    Delete(handles[i]);
                    NativeTensor.Delete(tensors[i], inputs[i]);
                    GC.KeepAlive(inputs[i]);
                }
            }

            if (functions is not null)
            {
                EagerContext.Remove(functions);
            }
        }
    }

    /// <summary>A handle over the value's own memory, and the tensor that must outlive it.</summary>
    private static nint Handle(Tensor value, out nint tensor, StatusHandle status)
    {
        if (!value.IsConcrete)
        {
            throw value.NoValue("value");
        }

        tensor = NativeTensor.Wrap(value);
        var handle = NativeMethods.TFE_NewTensorHandle(tensor, status.Pointer);
        status.ThrowIfFailed();
        return handle;
    }

    public static Tensor Resolve(nint handle, StatusHandle status)
    {
        var tensor = NativeMethods.TFE_TensorHandleResolve(handle, status.Pointer);
        status.ThrowIfFailed();
        try
        {
            return NativeTensor.Deliver(tensor, null);
        }
        finally
        {
            NativeMethods.TF_DeleteTensor(tensor);
        }
    }

    private static void AddInputs(Node call, OpSchema schema, nint op, nint* handles, StatusHandle status)
    {
        var split = schema.Split(call);
        var next = handles;
        for (var i = 0; i < split.Length; i++)
        {
            if (schema.Inputs[i].IsList)
            {
                NativeMethods.TFE_OpAddInputList(op, next, split[i], status.Pointer);
            }
            else
            {
                NativeMethods.TFE_OpAddInput(op, *next, status.Pointer);
            }

            NodeError.ThrowIfFailed(status, call.Name);
            next += split[i];
        }
    }

    private static void Assign(KerasVariable variable, Tensor value)
    {
        if (variable.Home is { } home)
        {
            home.Write([variable], [value]);
        }
        else
        {
            variable.Host = value;
        }
    }

    private static void Delete(nint handle)
    {
        if (handle != 0)
        {
            NativeMethods.TFE_DeleteTensorHandle(handle);
        }
    }
}
