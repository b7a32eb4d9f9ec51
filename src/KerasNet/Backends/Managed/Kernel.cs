using KerasNet.Graphs;

namespace KerasNet.Backends.Managed;

/// <summary>One run of an op on the managed backend: its node, the values that come in, the places of the results.</summary>
internal ref struct Kernel(Node node, ReadOnlySpan<Tensor> inputs, Span<Tensor> outputs, BufferPool? pool)
{
    private readonly ReadOnlySpan<Tensor> _inputs = inputs;
    private readonly Span<Tensor> _outputs = outputs;

    public readonly Node Node => node;

    public readonly int InputCount => _inputs.Length;

    public readonly int OutputCount => _outputs.Length;

    public readonly Tensor Input(int index) => _inputs[index];

    public readonly ReadOnlySpan<Tensor> Inputs => _inputs;

    /// <summary>The variable behind a handle input.</summary>
    public readonly KerasVariable Variable(int index) => _inputs[index].Variable!;

    /// <summary>Memory for a result; not cleared.</summary>
    public readonly Tensor Allocate(int index, TensorShape shape, DataType? dtype = null)
    {
        var type = dtype ?? node.Outputs[index].DType;
        var bytes = shape.Size * type.Size();
        var tensor = new Tensor(type, shape, pool?.Rent(bytes) ?? new HostBuffer(bytes));
        _outputs[index] = tensor;
        return tensor;
    }

    /// <summary>A result that was allocated.</summary>
    public readonly Tensor Output(int index) => _outputs[index];

    /// <summary>A result that shares an input's memory.</summary>
    public readonly void Alias(int index, Tensor value) => _outputs[index] = value;
}
