using System.Globalization;
using KerasNet.Graphs;
using KerasNet.Saving;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>A function of a <see cref="SavedModel"/>, with its inputs and outputs by name.</summary>
/// <remarks>Python: an entry of <c>signatures</c>. Runs may go on at the same time.</remarks>
public sealed class SavedSignature : ISavedFunction
{
    private readonly SessionHandle _session;
    private readonly TF_Output[] _feeds;
    private readonly TF_Output[] _fetches;

    internal SavedSignature(string name, SignatureDef signature, GraphHandle graph, SessionHandle session)
    {
        (Name, _session) = (name, session);
        var (inputs, outputs) = (Sorted(signature.Inputs), Sorted(signature.Outputs));
        (Inputs, Outputs) = ([.. inputs.Select(i => (i.Key, Spec(i.Value)))], [.. outputs.Select(o => (o.Key, Spec(o.Value)))]);
        (_feeds, _fetches) = ([.. inputs.Select(i => Place(i.Value, graph))], [.. outputs.Select(o => Place(o.Value, graph))]);
    }

    /// <summary>The function's name.</summary>
    public string Name { get; }

    /// <summary>Names of the inputs, sorted.</summary>
    public IReadOnlyList<string> InputNames => [.. Inputs.Select(i => i.Name)];

    /// <summary>Names of the outputs, sorted.</summary>
    public IReadOnlyList<string> OutputNames => [.. Outputs.Select(o => o.Name)];

    internal IReadOnlyList<(string Name, TensorSpec Spec)> Inputs { get; }

    internal IReadOnlyList<(string Name, TensorSpec Spec)> Outputs { get; }

    IReadOnlyList<(string Name, TensorSpec Spec)> ISavedFunction.Inputs => Inputs;

    IReadOnlyList<(string Name, TensorSpec Spec)> ISavedFunction.Outputs => Outputs;

    /// <summary>Computes the outputs.</summary>
    /// <param name="inputs">A value for each input, by name.</param>
    /// <exception cref="ArgumentException">An input is missing or unknown, or its type or shape does not fit.</exception>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (inputs.Count != Inputs.Count || Inputs.Any(i => !inputs.ContainsKey(i.Name)))
        {
            throw new ArgumentException($"'{Name}' takes inputs {string.Join(", ", InputNames)}. Received: {string.Join(", ", inputs.Keys)}.", nameof(inputs));
        }

        var values = ((ISavedFunction)this).Run([.. Inputs.Select(i => inputs[i.Name])]);
        return Outputs.Zip(values).ToDictionary(p => p.First.Name, p => p.Second, StringComparer.Ordinal);
    }

    unsafe IReadOnlyList<Tensor> ISavedFunction.Run(IReadOnlyList<Tensor> inputs)
    {
        for (var i = 0; i < Inputs.Count; i++)
        {
            var (name, spec) = Inputs[i];
            if (inputs[i].DType != spec.DType || !inputs[i].Shape.IsCompatibleWith(spec.Shape))
            {
                throw new ArgumentException($"Input '{name}' of '{Name}' has shape {spec.Shape} and type {spec.DType.Name()}. Received: shape {inputs[i].Shape} and type {inputs[i].DType.Name()}.", nameof(inputs));
            }
        }

        using var status = new StatusHandle();
        var (feeds, results) = (new nint[_feeds.Length], new nint[_fetches.Length]);
        try
        {
            for (var i = 0; i < feeds.Length; i++)
            {
                feeds[i] = NativeTensor.Copy(inputs[i]);
            }

            fixed (TF_Output* feed = _feeds, fetch = _fetches)
            {
                fixed (nint* value = feeds, result = results)
                {
                    NativeMethods.TF_SessionRun(_session.Pointer, 0, feed, value, feeds.Length, fetch, result, results.Length, null, 0, 0, status.Pointer);
                }
            }

            NodeError.ThrowIfFailed(status);
            return [.. results.Select(r => NativeTensor.Deliver(r, null))];
        }
        finally
        {
            for (var i = 0; i < feeds.Length && feeds[i] != 0; i++)
            {
                NativeTensor.Delete(feeds[i], inputs[i]);
            }

            foreach (var result in results.Where(r => r != 0))
            {
                NativeMethods.TF_DeleteTensor(result);
            }
        }
    }

    private static KeyValuePair<string, TensorInfo>[] Sorted(IEnumerable<KeyValuePair<string, TensorInfo>> tensors) => [.. tensors.OrderBy(t => t.Key, StringComparer.Ordinal)];

    private static TensorSpec Spec(TensorInfo info) => info.TensorShape is null or { UnknownRank: true }
        ? throw new NotSupportedException($"Tensor '{info.Name}' of the SavedModel has no known rank. Save the function with an input signature.")
        : new TensorSpec((DataType)info.Dtype, new TensorShape([.. info.TensorShape.Dim.Select(d => d.Size < 0 ? -1 : checked((int)d.Size))]));

    private static TF_Output Place(TensorInfo info, GraphHandle graph)
    {
        var parts = info.Name.Split(':');
        var index = 0;
        var operation = parts.Length <= 2 && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index)) ? NativeMethods.TF_GraphOperationByName(graph.Pointer, parts[0]) : 0;
        return operation != 0 && index < NativeMethods.TF_OperationNumOutputs(operation) ? new TF_Output(operation, index)
            : throw new InvalidDataException($"The SavedModel's signature names a tensor '{info.Name}', which its graph does not have.");
    }
}
