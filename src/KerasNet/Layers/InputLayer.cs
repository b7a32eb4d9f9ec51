using KerasNet.Graphs;
using KerasNet.Models;

namespace KerasNet.Layers;

/// <summary>Where a model's data comes in: a symbolic tensor of a declared shape.</summary>
/// <remarks>Python: <c>keras.layers.InputLayer</c>. <see cref="Keras.Input"/> makes one and gives its tensor.</remarks>
public sealed class InputLayer : Layer, Saving.IConfigurable
{
    /// <summary>An input of a shape without the batch axis, or of a whole shape, or in place of a symbolic tensor.</summary>
    /// <param name="shape">Shape of one sample.</param>
    /// <param name="batchSize">Size of the batch axis; null: any.</param>
    /// <param name="dtype">Element type; null: the default float.</param>
    /// <param name="sparse">Whether data is sparse in Keras. Tensors are dense here: a line says so, and values are the same.</param>
    /// <param name="ragged">Rows of their own lengths: not supported.</param>
    /// <param name="batchShape">Shape with the batch axis.</param>
    /// <param name="inputTensor">A symbolic tensor of a layer that becomes an input: what led to it is left out of models that begin here.</param>
    /// <exception cref="ArgumentException">Shapes or types contradict, or none is given.</exception>
    /// <exception cref="NotSupportedException"><paramref name="ragged"/> is true.</exception>
    public InputLayer(TensorShape? shape = null, int? batchSize = null, DataType? dtype = null, bool sparse = false, bool ragged = false, TensorShape? batchShape = null, Tensor? inputTensor = null)
    {
        var given = inputTensor is null ? Declared(shape, batchSize, batchShape) : Checked(inputTensor, shape, batchSize, batchShape, dtype);
        if (ragged)
        {
            throw new NotSupportedException($"Input '{Name}': ragged: true asks for rows of different lengths; tensors are dense here. Pad the rows, as Utils.PadSequences does, and use a Masking layer.");
        }

        if (sparse)
        {
            Keras.Messages.WriteLine($"Input '{Name}': sparse: true is taken as dense. Values are the same; leave it out to be rid of this line.");
        }

        Shape = given[1..];
        BatchSize = given[0] < 0 ? null : given[0];
        Type = inputTensor?.DType ?? dtype ?? Keras.Config.FloatX;
        Sparse = sparse;
        EnsureBuilt([]);
        if (inputTensor is null)
        {
            Record(new Tensors([]), [new TensorSpec(Type, given)], single: true, CallArguments.None);
        }
        else
        {
            RecordAs(inputTensor);
        }
    }

    /// <summary>Shape of one sample, without the batch axis.</summary>
    public TensorShape Shape { get; }

    /// <summary>Size of the batch axis; null: any.</summary>
    public int? BatchSize { get; }

    /// <summary>Whether data is sparse in Keras.</summary>
    public bool Sparse { get; }

    /// <summary>Shape with the batch axis.</summary>
    public TensorShape BatchShape => Tensor.Shape;

    /// <summary>The symbolic tensor.</summary>
    public Tensor Tensor => Calls[0].Outputs[0];

    internal DataType Type { get; }

    System.Text.Json.Nodes.JsonObject Saving.IConfigurable.GetConfig() => Saving.InputLayerConfig.Of(this);

    internal override Tensors Replay(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map) =>
        throw new InvalidOperationException($"The input '{Name}' was not given a value.");

    internal override void EnsureBuilt(IReadOnlyList<TensorShape> shapes) => MarkBuilt();

    /// <summary>The layer of an input tensor, so that it may stand in a Sequential's list.</summary>
    /// <exception cref="InvalidCastException">The tensor is not one of Keras.Input.</exception>
    public static InputLayer Of(Tensor tensor) => tensor.History?.Operation as InputLayer
        ?? throw new InvalidCastException("Only the tensor of Keras.Input(…) may stand among layers. Received: " + tensor);

    private static TensorShape Declared(TensorShape? shape, int? batchSize, TensorShape? batchShape) => (shape, batchShape) switch
    {
        (not null, not null) => throw new ArgumentException("You cannot pass both `shape` and `batch_shape` at the same time."),
        (null, not null) when batchSize is not null => throw new ArgumentException("You cannot pass both `batch_size` and `batch_shape` at the same time."),
        (null, null) => throw new ArgumentException("You must pass a `shape` argument."),
        (null, _) => batchShape.Rank > 0 ? batchShape : throw new ArgumentException($"`batch_shape` has the batch axis in front. Received: {batchShape}."),
        _ => shape.Insert(0, batchSize ?? -1),
    };

    private static TensorShape Checked(Tensor tensor, TensorShape? shape, int? batchSize, TensorShape? batchShape, DataType? dtype)
    {
        if (!tensor.IsKeras || tensor.Rank == 0)
        {
            throw new ArgumentException($"Argument `input_tensor` must be a KerasTensor. Received invalid type: input_tensor={tensor}", nameof(tensor));
        }

        var wrong = batchSize is not null && tensor.Shape[0] != batchSize ? "batch_size"
            : shape is not null && !shape.Equals(tensor.Shape[1..]) ? "shape"
            : batchShape is not null && !batchShape.Equals(tensor.Shape) ? "batch_shape"
            : dtype is not null && dtype != tensor.DType ? "dtype"
            : null;
        return wrong is null ? tensor.Shape : throw new ArgumentException($"When providing the `input_tensor` argument, you cannot provide an incompatible `{wrong}` argument.");
    }
}
