using System.Globalization;
using KerasNet.Graphs;

namespace KerasNet.Export;

/// <summary>A traced function that is to be exported.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Graph">What it computes.</param>
/// <param name="Inputs">Placeholders of the graph: one, a list, or by name.</param>
/// <param name="InputNames">The name of each in signatures.</param>
/// <param name="Outputs">The results: one, a list, or by name.</param>
internal sealed record ExportEndpoint(string Name, Graph Graph, Tensors Inputs, IReadOnlyList<string> InputNames, Tensors Outputs)
{
    /// <summary>The name of each output in signatures: its own, or a number.</summary>
    public IReadOnlyList<string> OutputNames => Outputs.Names ?? [.. Enumerable.Range(0, Outputs.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"output_{i}"))];

    /// <summary>The inputs in the order of the function's arguments: Python sorts dictionaries by their keys.</summary>
    public List<(string Name, Tensor Tensor)> FlatInputs => Flat(Inputs, InputNames);

    /// <summary>The outputs in the order of the function's results.</summary>
    public List<(string Name, Tensor Tensor)> FlatOutputs => Flat(Outputs, OutputNames);

    /// <summary>The inputs in the order of a signature: by name.</summary>
    public List<(string Name, Tensor Tensor)> SortedInputs => [.. FlatInputs.OrderBy(i => i.Name, StringComparer.Ordinal)];

    /// <summary>The outputs in the order of a signature.</summary>
    public List<(string Name, Tensor Tensor)> SortedOutputs => [.. FlatOutputs.OrderBy(o => o.Name, StringComparer.Ordinal)];

    /// <summary>The nodes that the function needs, in program order. What C# computes is the node of its result; what it computes from is among them too.</summary>
    public IReadOnlyList<Node> Nodes => Reachable.From(Graph, Outputs.Concat(Graph.HostCalls.SelectMany(c => c.Inputs)).Where(o => !o.IsConcrete), Graph.Updates);

    /// <summary>The variables that the function reads or writes.</summary>
    public IReadOnlyList<KerasVariable> Variables =>
        [.. Nodes.SelectMany(n => n.Inputs).Select(i => i.Variable).OfType<KerasVariable>().Distinct()];

    /// <summary>Traces a function.</summary>
    /// <param name="name">Name of the endpoint.</param>
    /// <param name="function">The function.</param>
    /// <param name="signature">Tensors whose shapes, types, names and structure are those of the inputs; the first axis becomes unknown.</param>
    public static ExportEndpoint Trace(string name, Func<Tensors, Tensors> function, Tensors signature)
    {
        var names = Names(signature);
        var graph = new Graph();
        using var unscoped = Scopes.Reset();
        var next = 0;
        var inputs = signature.Select(t => graph.Placeholder(t.DType, t.Shape.Rank == 0 ? t.Shape : new TensorShape([-1, .. t.Shape.Dims[1..]]), names[next++]));
        Tensors outputs;
        using (graph.Enter())
        {
            outputs = function(inputs);
        }

        return new ExportEndpoint(name, graph, inputs, names, outputs);
    }

    private static List<(string Name, Tensor Tensor)> Flat(Tensors tensors, IReadOnlyList<string> names)
    {
        IEnumerable<int> order = Enumerable.Range(0, tensors.Count);
        return [.. (tensors.Names is { } keys ? order.OrderBy(i => keys[i], StringComparer.Ordinal) : order).Select(i => (names[i], tensors[i]))];
    }

    /// <summary>Names of symbolic tensors; the others are called after the argument, as Python calls them.</summary>
    private static string[] Names(Tensors signature)
    {
        var names = new string[signature.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var i in Enumerable.Range(0, names.Length).OrderBy(i => signature.Names?[i], StringComparer.Ordinal))
        {
            // As TensorFlow makes names of arguments legal.
            var legal = string.Concat((signature[i].Name ?? "args_0").Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var wanted = char.IsAsciiLetter(legal[0]) ? legal : "arg_" + legal;
            names[i] = wanted;
            for (var number = 1; !taken.Add(names[i]); number++)
            {
                names[i] = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{number}");
            }
        }

        return names;
    }
}
