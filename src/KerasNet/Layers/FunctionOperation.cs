using KerasNet.Graphs;
using KerasNet.Models;

namespace KerasNet.Layers;

/// <summary>A function of <see cref="Ops"/> that was called on symbolic tensors outside a layer: a node of its own in the model.</summary>
internal sealed class FunctionOperation : Operation
{
    private readonly Func<Tensors, Tensors> _call;

    private FunctionOperation(string className, Func<Tensors, Tensors> call, IReadOnlyList<(string Name, object? Value)> config)
    {
        ClassName = className;
        Config = config;
        Name = Keras.State.AutoName(className);
        _call = call;
    }

    internal override string ClassName { get; }

    /// <summary>Keras's constructor arguments of the operation's class.</summary>
    public IReadOnlyList<(string Name, object? Value)> Config { get; }

    /// <summary>Records the call when an input is symbolic, else makes it.</summary>
    public static Tensors Run(string className, Tensors inputs, Func<Tensors, Tensors> call, ReadOnlySpan<(string Name, object? Value)> config)
    {
        if (!inputs.Any(t => t.IsKeras))
        {
            return call(inputs);
        }

        var operation = new FunctionOperation(className, call, config.ToArray());
        var (specs, single) = SymbolicTrace.Shapes(inputs, call);
        return operation.Record(inputs, specs, single).Outputs;
    }

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) => _call(inputs);
}
