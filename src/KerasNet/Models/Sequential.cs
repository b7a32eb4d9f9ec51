using KerasNet.Layers;
using KerasNet.Models;

namespace KerasNet;

/// <summary>A model whose layers follow each other, one input and one output each.</summary>
/// <remarks>Python: <c>keras.Sequential</c>. Without an input shape it is built by the first data.</remarks>
public sealed class Sequential : Model, Saving.IConfigurable
{
    private readonly List<Layer> _layers = [];
    private InputLayer? _input;

    /// <summary>A model of layers; the first may be <c>Keras.Input(shape)</c>.</summary>
    public Sequential(params IEnumerable<Layer> layers)
    {
        foreach (var layer in layers)
        {
            Append(layer);
        }

        Rebuild();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Layer> SubLayers => _layers;

    internal InputLayer? InputLayer => _input;

    /// <summary>Size of the batch that built the model, where it was called on values first: the summary shows it, as Keras's does.</summary>
    internal int? BuiltBatch { get; private set; }

    /// <summary>Appends a layer.</summary>
    /// <exception cref="ArgumentException">Another layer has its name, or it is an input that is not the first.</exception>
    public void Add(Layer layer)
    {
        Append(layer);
        Rebuild();
    }

    /// <summary>Removes the last layer and gives it.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Layer Pop()
    {
        if (_layers.Count == 0)
        {
            throw new InvalidOperationException($"Model '{Name}' has no layer to pop.");
        }

        var last = _layers[^1];
        _layers.RemoveAt(_layers.Count - 1);
        Rebuild();
        return last;
    }

    internal override void EnsureBuilt(IReadOnlyList<TensorShape> shapes)
    {
        if (Graph is null && shapes.Count == 1)
        {
            BuiltBatch = shapes[0].Rank > 0 && shapes[0][0] >= 0 ? shapes[0][0] : null;
            BuildFor(shapes[0], _layers is [HostLayer host, ..] ? host.InputDType : Keras.Config.FloatX);
        }
    }

    /// <summary>Makes the weights for an input shape with its batch axis.</summary>
    internal void BuildFor(TensorShape shape, DataType dtype)
    {
        using var untraced = Graphs.Graph.Leave();
        using var uncast = AutoCast.Enter(DataType.None);
        _input = new InputLayer(shape[1..], null, dtype) { Name = Keras.State.AutoName("InputLayer") };
        Rebuild();
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Graph is not null
        ? base.Call(inputs, context)
        : throw new InvalidOperationException($"Sequential '{Name}' has no layers. Add some first.");

    System.Text.Json.Nodes.JsonObject Saving.IConfigurable.GetConfig() => Saving.ModelConfig.OfSequential(this);

    private void Append(Layer layer)
    {
        if (layer is InputLayer input)
        {
            if (_layers.Count > 0 || _input is not null)
            {
                throw new ArgumentException($"Sequential model '{Name}' has already been configured to use input shape {_input?.BatchShape}. You cannot add a different Input layer to it.", nameof(layer));
            }

            _input = input;
            return;
        }

        if (_layers.Exists(l => l.Name == layer.Name))
        {
            throw new ArgumentException($"All layers added to a Sequential model should have unique names. Name '{layer.Name}' is already the name of a layer in this model. Give it another: {{ Name = \"…\" }}.", nameof(layer));
        }

        if (_input is null && _layers.Count == 0 && layer is Model { Graph: { } graph })
        {
            _input = new InputLayer(graph.Inputs[0].Shape[1..], null, graph.Inputs[0].DType);
        }

        _layers.Add(layer);
    }

    private void Rebuild()
    {
        if (_input is null || _layers.Count == 0)
        {
            SetGraph(null);
            return;
        }

        using var scope = Graphs.Scopes.Enter(Name);
        Tensors x = _input.Tensor;
        foreach (var layer in _layers)
        {
            x = layer.Apply(x);
        }

        SetGraph(new FunctionalGraph(_input.Tensor, x));
    }
}
