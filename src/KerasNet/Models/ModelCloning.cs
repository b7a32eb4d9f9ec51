using KerasNet.Layers;
using KerasNet.Saving;

namespace KerasNet.Models;

/// <summary>Models with new layers of the same configs: same calls, new weights.</summary>
internal sealed class ModelCloning(Func<Layer, Layer>? cloneFunction, Func<Layer, Tensors, Tensors>? callFunction, bool recursive)
{
    private readonly Dictionary<Operation, Operation> _clones = [];

    public Model Clone(Model model, Tensors? inputTensors)
    {
        if (model is Sequential && callFunction is not null)
        {
            throw new ArgumentException($"callFunction works with functional models only: in the Sequential '{model.Name}' layers are listed, not called.");
        }

        if (model is not Sequential && model.Graph is null)
        {
            return cloneFunction is null && callFunction is null && inputTensors is null
                ? ObjectSerializer.Copy(model)
                : throw new ArgumentException($"cloneFunction, callFunction and inputTensors work with Sequential and functional models only. Received: model '{model.Name}' of class {model.GetType().Name}.");
        }

        var clone = model is Sequential sequential ? CloneSequential(sequential, inputTensors) : CloneGraph(model, inputTensors);
        clone.Rename(model.Name);
        if (!model.Trainable)
        {
            clone.Trainable = false;
        }

        if (model.Trainer.Options is { } options)
        {
            clone.Trainer.Compile(options.Copied());
        }

        return clone;
    }

    private Sequential CloneSequential(Sequential model, Tensors? inputTensors)
    {
        IEnumerable<Layer> input = inputTensors is { } given ? [InputLayer.Of(given.Single())]
            : model.InputLayer is { } known ? [Like(known.Tensor, known.Name)]
            : [];
        return new Sequential([.. input, .. model.SubLayers.Select(CloneOf)]);
    }

    private Model CloneGraph(Model model, Tensors? inputTensors)
    {
        var graph = model.Graph!;
        var inputs = inputTensors ?? graph.Inputs.Select(t => Like(t, t.History!.Operation.Name).Tensor);
        if (inputs.Count != graph.Inputs.Count || inputs.Any(t => !t.IsKeras))
        {
            throw new ArgumentException($"inputTensors must be {graph.Inputs.Count} symbolic tensor(s) of Keras.Input, one for each input of model '{model.Name}'. Received: {string.Join(", ", inputs)}.");
        }

        return new Model(inputs, graph.Replay(inputs, model.Name, Call));
    }

    private Tensors Call(OperationCall call, Tensors inputs, Func<Tensor, Tensor> map)
    {
        if (call.Operation is FunctionOperation function)
        {
            return function.Copied().Call(inputs);
        }

        var clone = CloneOf((Layer)call.Operation);
        var arguments = call.Arguments!.Select(map);
        if (callFunction is null)
        {
            return clone.Invoke(inputs, arguments);
        }

        return arguments.Named.Count == 0
            ? callFunction(clone, inputs)
            : throw new NotSupportedException($"callFunction: layer '{clone.Name}' was called with {string.Join(", ", arguments.Named.Keys)}, which a function of layer and inputs cannot pass on. Clone without callFunction.");
    }

    private Layer CloneOf(Layer layer)
    {
        if (!_clones.TryGetValue(layer, out var clone))
        {
            _clones[layer] = clone = recursive && layer is Model model ? Clone(model, null)
                : cloneFunction is not null ? cloneFunction(layer)
                : layer is Lambda lambda ? lambda.Copied()
                : ObjectSerializer.Copy(layer);
        }

        return (Layer)clone;
    }

    private static InputLayer Like(Tensor input, string name) =>
        new(input.Shape[1..], input.Shape[0] < 0 ? null : input.Shape[0], input.DType) { Name = name };
}
