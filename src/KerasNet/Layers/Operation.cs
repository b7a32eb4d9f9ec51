using KerasNet.Graphs;
using KerasNet.Models;

namespace KerasNet.Layers;

/// <summary>What can be called on symbolic Keras tensors and is remembered by them: a layer or a function of <see cref="Ops"/>.</summary>
/// <remarks>Python: <c>keras.Operation</c>.</remarks>
public abstract class Operation
{
    private readonly List<OperationCall> _calls = [];

    /// <summary>Name, unique in a model.</summary>
    public string Name { get; protected set; } = string.Empty;

    /// <summary>Class name, as it stands in files and summaries.</summary>
    internal virtual string ClassName => GetType().Name;

    /// <summary>The calls on symbolic tensors, in order.</summary>
    internal IReadOnlyList<OperationCall> Calls => _calls;

    /// <summary>Input of the only call.</summary>
    /// <exception cref="InvalidOperationException">The operation was called on symbolic tensors never or several times.</exception>
    public Tensors Input => OnlyCall("input").Inputs;

    /// <summary>Output of the only call.</summary>
    /// <exception cref="InvalidOperationException">The operation was called on symbolic tensors never or several times.</exception>
    public Tensors Output => OnlyCall("output").Outputs;

    /// <summary>Repeats a recorded call on other tensors.</summary>
    internal abstract Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map);

    internal OperationCall Record(Tensors inputs, IReadOnlyList<TensorSpec> outputs, bool single, object? arguments = null)
    {
        var index = _calls.Count;
        var tensors = outputs.Select((o, i) => new Tensor(new KerasHistory(this, index, i), o.DType, o.Shape, outputs.Count == 1 ? Name : $"{Name}_{i}")).ToArray();
        var call = new OperationCall(this, index, inputs, single ? tensors[0] : tensors, arguments);
        _calls.Add(call);
        return call;
    }

    private OperationCall OnlyCall(string what) => _calls.Count == 1
        ? _calls[0]
        : throw new InvalidOperationException($"Layer '{Name}' has {(_calls.Count == 0 ? $"never been called on a symbolic tensor, so it has no {what}" : $"{_calls.Count} calls, so its {what} is ambiguous")}. Call it once on Keras.Input(…).");
}
