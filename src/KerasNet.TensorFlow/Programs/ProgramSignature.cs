using KerasNet.Graphs;
using KerasNet.Internal;
using KerasNet.Saving;
using KerasNet.TensorFlow.Protos;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.TensorFlow.Programs;

/// <summary>A function of a <see cref="Program"/>, compiled for each set of sizes that it is called with.</summary>
internal sealed class ProgramSignature : ISavedFunction, IDisposable
{
    private const int MostSizes = 32;
    private readonly Program _program;
    private readonly string _name;
    private readonly KerasState _state;
    private readonly ProgramPlace[] _feeds;
    private readonly ProgramPlace[] _fetches;
    private readonly Lock _making = new();
    private readonly Dictionary<string, CompiledFunction> _compiled = new(StringComparer.Ordinal);

    /// <param name="name">Its name.</param>
    /// <param name="signature">Where its inputs and outputs are in the graph.</param>
    /// <param name="program">The SavedModel.</param>
    /// <exception cref="InvalidDataException">The graph has no such places.</exception>
    public ProgramSignature(string name, SignatureDef signature, Program program)
    {
        (_name, _program, _state) = (name, program, Keras.State);
        var (inputs, outputs) = (SignatureTensors.Sorted(signature.Inputs), SignatureTensors.Sorted(signature.Outputs));
        (Inputs, Outputs) = ([.. inputs.Select(i => (i.Key, SignatureTensors.Spec(i.Value)))], [.. outputs.Select(o => (o.Key, SignatureTensors.Spec(o.Value)))]);
        (_feeds, _fetches) = ([.. inputs.Select(i => ProgramPlace.Of(i.Value.Name))], [.. outputs.Select(o => ProgramPlace.Of(o.Value.Name))]);
        if (program.Assigns(program.Graph.Order(_fetches.Select(f => f.Node), n => _feeds.Any(f => f.Node == n))))
        {
            program.Unfreeze();
        }
    }

    public IReadOnlyList<(string Name, TensorSpec Spec)> Inputs { get; }

    public IReadOnlyList<(string Name, TensorSpec Spec)> Outputs { get; }

    public IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs)
    {
        CompiledFunction? function;
        var sizes = string.Join(';', inputs.Select(i => i.Shape.ToString()));
        lock (_making)
        {
            if (!_compiled.TryGetValue(sizes, out function))
            {
                if (_compiled.Count >= MostSizes)
                {
                    Dispose();
                }

                _compiled[sizes] = function = new CompiledFunction(Trace, _state);
            }
        }

        try
        {
            return function.Call([.. inputs]);
        }
        catch (Exception e) when (e is not (ArgumentException or NotSupportedException or OutOfMemoryException or InvalidDataException))
        {
            throw new InvalidDataException($"The function '{_name}' of the SavedModel cannot be run: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        foreach (var function in _compiled.Values)
        {
            function.Dispose();
        }

        _compiled.Clear();
    }

    private Tensor[] Trace(Tensor[] inputs)
    {
        try
        {
            var feeds = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var (place, value) in _feeds.Zip(inputs))
            {
                feeds[place.Node] = value;
            }

            return Array.ConvertAll(new ProgramRun(_program).Graph(_fetches, feeds, []), ProgramRun.Tensor);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"The function '{_name}' of the SavedModel cannot be run: {e.Message}", e);
        }
    }
}
