namespace KerasNet.Graphs;

/// <summary>A computation in C# that a trace met: it is made for each batch before the graph runs, and its result comes in through a placeholder.</summary>
/// <param name="Owner">Who computes.</param>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Inputs">What it takes: tensors of the graph or values.</param>
/// <param name="Output">The placeholder of its result.</param>
/// <param name="Compute">The computation, on values.</param>
internal sealed record HostCall(object Owner, string Name, Tensors Inputs, Tensor Output, Func<Tensors, Tensor> Compute);
