using KerasNet.Layers;

namespace KerasNet;

/// <summary>Reads and writes the values of many weights, in one native call where they live in a backend.</summary>
internal static class WeightValues
{
    public static IReadOnlyList<Tensor> Read(IReadOnlyList<KerasVariable> variables)
    {
        var values = new Tensor[variables.Count];
        foreach (var group in Enumerable.Range(0, values.Length).GroupBy(i => variables[i].Home))
        {
            if (group.Key is not { } home)
            {
                foreach (var i in group)
                {
                    // A copy: the memory of a variable is not handed out.
                    values[i] = variables[i].ReadNow().Copied();
                }

                continue;
            }

            var read = new Tensor[group.Count()];
            home.Read([.. group.Select(i => variables[i])], read);
            foreach (var (i, value) in group.Zip(read))
            {
                values[i] = value;
            }
        }

        return values;
    }

    public static void Write(Layer layer, IReadOnlyList<KerasVariable> variables, IReadOnlyList<Tensor> values)
    {
        if (variables.Count != values.Count)
        {
            throw new ArgumentException($"You called SetWeights on layer '{layer.Name}' with a weight list of length {values.Count}, but the layer was expecting {variables.Count} weights{(variables.Count == 0 && !layer.Built ? ": it is not built yet, call it on data first" : string.Empty)}.");
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (variables[i].Shape != values[i].Shape)
            {
                throw new ArgumentException($"Layer '{layer.Name}' weight '{variables[i].Path}' has shape {variables[i].Shape}. Received: a value of shape {values[i].Shape}.");
            }
        }

        Write(variables, [.. values]);
    }

    public static void Write(IReadOnlyList<KerasVariable> variables, IReadOnlyList<Tensor> values)
    {
        foreach (var group in Enumerable.Range(0, variables.Count).GroupBy(i => variables[i].Home))
        {
            Tensor Value(int i) => values[i].DType == variables[i].DType ? values[i] : Ops.Cast(values[i], variables[i].DType);
            if (group.Key is { } home)
            {
                home.Write([.. group.Select(i => variables[i])], [.. group.Select(Value)]);
                continue;
            }

            foreach (var i in group)
            {
                variables[i].Assign(Value(i));
            }
        }
    }
}
