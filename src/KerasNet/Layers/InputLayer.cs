using KerasNet.Graphs;
using KerasNet.Models;

namespace KerasNet.Layers;

/// <summary>Where a model's data comes in: a symbolic tensor of a declared shape.</summary>
/// <remarks>Python: <c>keras.layers.InputLayer</c>. <see cref="Keras.Input"/> makes one and gives its tensor.</remarks>
public sealed class InputLayer : Layer, Saving.IConfigurable
{
    /// <summary>An input of a shape without the batch axis.</summary>
    /// <param name="shape">Shape of one sample.</param>
    /// <param name="batchSize">Size of the batch axis; null: any.</param>
    /// <param name="dtype">Element type; null: the default float.</param>
    public InputLayer(TensorShape shape, int? batchSize = null, DataType? dtype = null)
    {
        Shape = shape;
        BatchSize = batchSize;
        Type = dtype ?? Keras.Config.FloatX;
        EnsureBuilt([]);
        Record(new Tensors([]), [new TensorSpec(Type, shape.Insert(0, batchSize ?? -1))], single: true, CallArguments.None);
    }

    /// <summary>Shape of one sample, without the batch axis.</summary>
    public TensorShape Shape { get; }

    /// <summary>Size of the batch axis; null: any.</summary>
    public int? BatchSize { get; }

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
}
