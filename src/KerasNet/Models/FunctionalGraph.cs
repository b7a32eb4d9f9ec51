using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>The recorded calls between symbolic inputs and outputs, in the order in which Keras runs and lists them.</summary>
internal sealed class FunctionalGraph
{
    public FunctionalGraph(Tensors inputs, Tensors outputs)
    {
        Inputs = inputs;
        Outputs = outputs;
        Calls = FunctionalOrder.Of(inputs, outputs);
        Operations = [.. Calls.Select(c => c.Operation).Distinct()];
        CheckNames();
    }

    public Tensors Inputs { get; }

    public Tensors Outputs { get; }

    public IReadOnlyList<OperationCall> Calls { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Repeats the calls on other tensors.</summary>
    public Tensors Run(Tensors inputs, string modelName) => Replay(inputs, modelName, static (call, given, map) => call.Operation.Replay(call, given, map));

    /// <summary>Repeats the calls on other tensors, each by a function of the call, its inputs, and what stands for its further tensors.</summary>
    public Tensors Replay(Tensors inputs, string modelName, Func<OperationCall, Tensors, Func<Tensor, Tensor>, Tensors> perform)
    {
        if (inputs.Count != Inputs.Count)
        {
            throw new ArgumentException($"Model '{modelName}' expects {Inputs.Count} input(s): {string.Join(", ", Inputs.Select(t => $"{t.Name} {t.Shape}"))}. Received: {inputs.Count} of shapes {string.Join(", ", inputs.Select(t => t.Shape))}.");
        }

        var values = new Dictionary<Tensor, Tensor>(ReferenceEqualityComparer.Instance as IEqualityComparer<Tensor>);
        for (var i = 0; i < Inputs.Count; i++)
        {
            values[Inputs[i]] = Adapt(inputs.Names is not null && Inputs[i].Name is { } name && inputs.Names.Contains(name) ? inputs[name] : inputs[i], Inputs[i], modelName);
        }

        Tensor Map(Tensor t) => !t.IsKeras ? t
            : values.TryGetValue(t, out var value) ? value
            : t.History!.OutputIndex < 0 ? MaskOf(t, values)
            : throw new InvalidOperationException($"Model '{modelName}': tensor '{t.Name}' is not reached from the inputs.");

        foreach (var call in Calls)
        {
            if (values.ContainsKey(call.Outputs[0]))
            {
                continue;
            }

            var outputs = perform(call, call.Inputs.Select(Map), Map);
            for (var i = 0; i < outputs.Count; i++)
            {
                values[call.Outputs[i]] = outputs[i];
            }
        }

        return Outputs.Select(Map);
    }

    private static Tensor MaskOf(Tensor mask, Dictionary<Tensor, Tensor> values)
    {
        var history = mask.History!;
        return values[history.Operation.Calls[history.CallIndex].Outputs[0]].KerasMask!;
    }

    /// <summary>Casts to the declared type, and adds or drops a last axis of 1, as Keras does.</summary>
    private static Tensor Adapt(Tensor x, Tensor declared, string modelName)
    {
        var mask = x.KerasMask;
        var (given, wanted) = (x.Shape, declared.Shape);
        if (given.Rank == wanted.Rank + 1 && given[^1] == 1)
        {
            x = Ops.Squeeze(x, -1);
        }
        else if (given.Rank == wanted.Rank - 1 && wanted[^1] == 1)
        {
            x = Ops.ExpandDims(x, -1);
        }

        if (!x.Shape.IsCompatibleWith(wanted))
        {
            throw new ArgumentException($"Model '{modelName}': input '{declared.Name}' has incompatible shape: expected shape={wanted}, found shape={given}. Reshape the data to {wanted} with the batch in front.");
        }

        if ((x.DType == DataType.String) != (declared.DType == DataType.String))
        {
            throw new ArgumentException($"Model '{modelName}': input '{declared.Name}' takes {declared.DType.Name()}. Received: {x.DType.Name()}, shape {given}.");
        }

        x = x.DType == declared.DType ? x : Ops.Cast(x, declared.DType);
        x.KerasMask = mask;
        return x;
    }

    private void CheckNames()
    {
        var twice = Operations.GroupBy(o => o.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"The name '{twice.Key}' is used {twice.Count()} times in the model. All operation names should be unique. Give one of them another: {{ Name = \"…\" }}.");
        }
    }
}
