using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Layers;

namespace KerasNet.Models;

/// <summary>Calls of a model on values: from the second of a kind on they run a graph, which the model keeps.</summary>
internal sealed class ModelCalls(Model model, KerasState state) : IDisposable
{
    private readonly Kind?[] _kinds = new Kind?[3];

    /// <summary>Runs the graph; null where the call must run op by op.</summary>
    public Tensors? Run(Tensors inputs, bool? training)
    {
        if (inputs.Any(t => t.DType == DataType.String || t.KerasMask is not null))
        {
            return null;
        }

        ref var kind = ref _kinds[training switch { false => 0, true => 1, null => 2 }];
        if (kind is null || !kind.IsCurrent())
        {
            kind = new Kind(model, inputs, training, state);
            return null; // many models are called once
        }

        return kind.Run(inputs);
    }

    public void Dispose() => Array.ForEach(_kinds, k => k?.Dispose());

    /// <summary>Calls in training, not in training, or as each layer likes.</summary>
    private sealed class Kind : IDisposable
    {
        private readonly Model _model;
        private readonly FunctionalGraph? _graph;
        private readonly (Layer Layer, bool Trainable, int Changes)[] _layers;
        private readonly CompiledFunction _function;
        private Tensors _structure = new([]);
        private int[] _masked = [];
        private bool _hasLosses;

        public Kind(Model model, Tensors inputs, bool? training, KerasState state)
        {
            _model = model;
            _graph = model.Graph;
            _layers = [.. All(model).Select(l => (l, l.Trainable, l.FormChanges))];
            _function = new CompiledFunction(x => Trace(inputs.Pack(x), training), state);
        }

        /// <summary>Whether the model is still as it was: a frozen BatchNormalization computes something else.</summary>
        public bool IsCurrent() => _model.Graph == _graph && Array.TrueForAll(_layers, l => l.Layer.Trainable == l.Trainable && l.Layer.FormChanges == l.Changes);

        public Tensors? Run(Tensors inputs)
        {
            Tensor[] values = [.. inputs];
            var traced = _hasLosses ? null : _function.Find(values);
            if (_hasLosses)
            {
                return null; // what AddLoss was given are values only when it runs op by op
            }

            var results = traced!.Run(values);
            var outputs = results[.._structure.Count];
            for (var i = 0; i < _masked.Length; i++)
            {
                outputs[_masked[i]].KerasMask = results[_structure.Count + i];
            }

            return _structure.Pack(outputs);
        }

        public void Dispose() => _function.Dispose();

        private Tensor[] Trace(Tensors inputs, bool? training)
        {
            _structure = _model.Invoke(inputs, new CallArguments { Training = training });
            _hasLosses = _model.Losses.Count > 0;
            _masked = [.. Enumerable.Range(0, _structure.Count).Where(i => _structure[i].KerasMask is not null)];
            return [.. _structure, .. _masked.Select(i => _structure[i].KerasMask!)];
        }

        private static IEnumerable<Layer> All(Layer layer) => layer.SubLayers.SelectMany(All).Prepend(layer);
    }
}
