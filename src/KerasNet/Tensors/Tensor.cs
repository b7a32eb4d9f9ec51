using System.Runtime.InteropServices;
using KerasNet.Graphs;
using KerasNet.Models;

namespace KerasNet;

/// <summary>A value in memory (concrete), the output of an op in a graph, or the symbolic output of a Keras layer. Ops, operators and layers take all three.</summary>
/// <remarks>Python: <c>tf.Tensor</c> and <c>keras.KerasTensor</c>. A concrete tensor never changes.</remarks>
public sealed partial class Tensor
{
    private readonly HostBuffer? _buffer;
    private readonly long _offset;

    /// <summary>A value over native memory.</summary>
    internal Tensor(DataType dtype, TensorShape shape, HostBuffer buffer, long offset = 0)
    {
        DType = dtype;
        Shape = shape;
        _buffer = buffer;
        _offset = offset;
    }

    /// <summary>Text values.</summary>
    internal Tensor(TensorShape shape, string[] text)
    {
        DType = DataType.String;
        Shape = shape;
        Text = text;
    }

    /// <summary>Output <paramref name="index"/> of a node.</summary>
    internal Tensor(Node node, int index, DataType dtype, TensorShape shape)
    {
        Node = node;
        OutputIndex = index;
        DType = dtype;
        Shape = shape;
    }

    /// <summary>Output of a Keras operation: a shape and a history, no value.</summary>
    internal Tensor(KerasHistory history, DataType dtype, TensorShape shape, string? name)
    {
        History = history;
        DType = dtype;
        Shape = shape;
        Name = name;
    }

    /// <summary>The handle of a variable, as ops that write take it.</summary>
    internal Tensor(KerasVariable variable)
    {
        Variable = variable;
        DType = DataType.Resource;
        Shape = TensorShape.Scalar;
    }

    /// <summary>Element type.</summary>
    public DataType DType { get; }

    /// <summary>Shape; concrete tensors have no unknown dimension.</summary>
    public TensorShape Shape { get; }

    /// <summary>Number of dimensions.</summary>
    public int Rank => Shape.Rank;

    /// <summary>Name of a symbolic tensor; null for values.</summary>
    public string? Name { get => field ?? Node?.Name ?? History?.Operation.Name; }

    /// <summary>True when the tensor has a value now.</summary>
    public bool IsConcrete => _buffer is not null || Text is not null;

    internal Node? Node { get; }

    internal int OutputIndex { get; }

    internal KerasHistory? History { get; set; }

    internal KerasVariable? Variable { get; }

    internal string[]? Text { get; }

    /// <summary>The mask that travels with the tensor from layer to layer.</summary>
    internal Tensor? KerasMask { get; set; }

    /// <summary>What this is the softmax or sigmoid of: cross-entropies use it.</summary>
    internal Tensor? Logits { get; set; }

    /// <summary>Of a gradient that is a sum of rows by number: the sum of the squares of these rows.</summary>
    internal Func<Tensor>? SquaredParts { get; set; }

    /// <summary>A number written in C# code: it takes the other operand's type, as in Keras.</summary>
    internal bool IsWeak { get; init; }

    /// <summary>True for values that came as a NumPy array: a few functions of Keras take 64-bit ones as 32-bit ones, tensors as they are.</summary>
    internal bool IsArray { get; set; }

    internal bool IsSymbolic => Node is not null && !IsConcrete;

    internal bool IsKeras => History is not null;

    /// <summary>A part of the tensor, as Python's <c>x[…]</c>: <c>x[.., 0, 1..4]</c>, <c>x[Ops.Ellipsis, Ops.NewAxis]</c>, <c>x[Ops.Step(null, null, -1)]</c>.</summary>
    public Tensor this[params ReadOnlySpan<TensorIndex> indices] => Ops.GetItem(this, indices.ToArray());

    /// <summary>Number of elements of a value.</summary>
    public long Size => Shape.Size;

    internal long ByteLength => Shape.Size * DType.Size();

    internal unsafe byte* Pointer => _buffer is { } b ? b.Pointer + _offset : throw NoValue("memory");

    internal HostBuffer? Buffer => _buffer;

    /// <summary>A new value with uninitialised memory.</summary>
    internal static Tensor Allocate(DataType dtype, TensorShape shape) =>
        new(dtype, shape, new HostBuffer(shape.Size * dtype.Size()));

    /// <summary>A part of this value's memory, under another shape: no copy.</summary>
    internal Tensor View(TensorShape shape, long elementOffset = 0) => Text is { } text
        ? new Tensor(shape, text)
        : new Tensor(DType, shape, _buffer ?? throw NoValue("memory"), _offset + (elementOffset * DType.Size()));

    /// <summary>The same value in memory of its own.</summary>
    internal unsafe Tensor Copied()
    {
        if (Text is not null)
        {
            return new Tensor(Shape, [.. Text]);
        }

        var copy = Allocate(DType, Shape);
        System.Buffer.MemoryCopy(Pointer, copy.Pointer, copy.ByteLength, copy.ByteLength);
        GC.KeepAlive(this);
        return copy;
    }

    internal unsafe Span<T> Writable<T>()
        where T : unmanaged
    {
        CheckElement<T>();
        return new Span<T>(Pointer, checked((int)Shape.Size));
    }

    /// <summary>The memory as elements of any type of the same size: for kernels that only move elements.</summary>
    internal unsafe Span<T> Raw<T>()
        where T : unmanaged => new(Pointer, checked((int)Shape.Size));

    /// <summary>The memory as bytes.</summary>
    internal unsafe ReadOnlySpan<byte> Bytes() => new(Pointer, checked((int)ByteLength));

    /// <summary>The memory as bytes, to be written.</summary>
    internal unsafe Span<byte> WritableBytes() => new(Pointer, checked((int)ByteLength));

    /// <summary>The elements in row-major order, without a copy: hold the tensor as long as the span is used.</summary>
    /// <exception cref="InvalidOperationException">The tensor is symbolic.</exception>
    /// <exception cref="InvalidCastException"><typeparamref name="T"/> is not the element type.</exception>
    public ReadOnlySpan<T> AsSpan<T>()
        where T : unmanaged
    {
        var span = Writable<T>();
        return span;
    }

    /// <summary>The elements in row-major order, copied.</summary>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        var copy = AsSpan<T>().ToArray();
        GC.KeepAlive(this);
        return copy;
    }

    /// <summary>The texts in row-major order, copied.</summary>
    /// <exception cref="InvalidCastException">The tensor holds numbers.</exception>
    /// <exception cref="InvalidOperationException">The tensor is symbolic.</exception>
    public string[] ToStringArray() => Text is { } text ? [.. text]
        : !IsConcrete ? throw NoValue("text")
        : throw new InvalidCastException($"The tensor holds {DType.Name()}. Expected: text. Take its numbers with ToArray<T>().");

    /// <summary>The single element, converted to double.</summary>
    /// <exception cref="InvalidOperationException">The tensor is symbolic or has more than one element.</exception>
    public double ToDouble()
    {
        if (!IsConcrete)
        {
            throw NoValue("number");
        }

        if (Shape.Size != 1)
        {
            throw new InvalidOperationException($"Only a tensor of one element converts to a number. Received: shape={Shape}. Reduce it first, with Ops.Sum or Ops.Mean.");
        }

        var number = NumberReader.At(this, 0);
        GC.KeepAlive(this);
        return number;
    }

    /// <summary>Makes a value of numbers, given in row-major order.</summary>
    /// <exception cref="ArgumentException">The number of values does not fit the shape.</exception>
    public static Tensor Create<T>(ReadOnlySpan<T> values, TensorShape shape)
        where T : unmanaged
    {
        if (shape.Size != values.Length)
        {
            throw new ArgumentException($"A tensor of shape {shape} holds {shape.Size} elements. Received: {values.Length} values.", nameof(values));
        }

        var tensor = Allocate(DataTypes.Of(typeof(T)), shape);
        values.CopyTo(tensor.Writable<T>());
        return tensor;
    }

    /// <summary>Makes a value of a .NET array: <c>float[]</c>, <c>float[,]</c>, jagged, <c>string[]</c>.</summary>
    public static Tensor From(Array array) => ArrayReader.Read(array);

    internal static Tensor Weak<T>(T value)
        where T : unmanaged
    {
        var type = DataTypes.Of(typeof(T));
        var tensor = new Tensor(type, TensorShape.Scalar, new HostBuffer(type.Size())) { IsWeak = true };
        tensor.Writable<T>()[0] = value;
        return tensor;
    }

    internal InvalidOperationException NoValue(string wanted) => new(
        $"The symbolic tensor {Name ?? "(unnamed)"} of shape {Shape} has no {wanted} yet: its value exists only when the graph runs. " +
        "Decisions that depend on values are Ops.Where, element by element, or Ops.Cond; a model that must look at values is compiled with runEagerly: true.");

    /// <summary>What an <c>if</c> asks.</summary>
    private bool Truth() => !IsConcrete ? throw NoValue("truth")
        : Shape.Size == 1 ? ToDouble() != 0
        : throw new InvalidOperationException($"The truth of a tensor with more than one element is ambiguous. Received: shape={Shape}. Use Ops.Any or Ops.All.");

    private void CheckElement<T>()
        where T : unmanaged
    {
        var type = typeof(T) == typeof(ushort) && DType is DataType.BFloat16 ? DType : DataTypes.Of(typeof(T));
        if (type != DType)
        {
            throw new InvalidCastException($"The tensor holds {DType.Name()}. Received: {typeof(T).Name}. Convert it with Ops.Cast first.");
        }
    }

    /// <inheritdoc/>
    public override string ToString() => IsConcrete
        ? $"Tensor(shape={Shape}, dtype={DType.Name()}, values=[{TensorText.Preview(this)}])"
        : $"Tensor(name={Name}, shape={Shape}, dtype={DType.Name()})";
}
