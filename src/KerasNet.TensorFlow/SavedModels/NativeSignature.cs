using System.Globalization;
using KerasNet.Graphs;
using KerasNet.Saving;
using KerasNet.TensorFlow.Emission;
using KerasNet.TensorFlow.Native;
using KerasNet.TensorFlow.Protos;

namespace KerasNet.TensorFlow.SavedModels;

/// <summary>A function of a SavedModel that TensorFlow's library runs.</summary>
internal sealed class NativeSignature : ISavedFunction
{
    private readonly SessionHandle _session;
    private readonly TF_Output[] _feeds;
    private readonly TF_Output[] _fetches;

    public NativeSignature(SignatureDef signature, GraphHandle graph, SessionHandle session)
    {
        _session = session;
        var (inputs, outputs) = (SignatureTensors.Sorted(signature.Inputs), SignatureTensors.Sorted(signature.Outputs));
        (Inputs, Outputs) = ([.. inputs.Select(i => (i.Key, SignatureTensors.Spec(i.Value)))], [.. outputs.Select(o => (o.Key, SignatureTensors.Spec(o.Value)))]);
        (_feeds, _fetches) = ([.. inputs.Select(i => Place(i.Value, graph))], [.. outputs.Select(o => Place(o.Value, graph))]);
    }

    public IReadOnlyList<(string Name, TensorSpec Spec)> Inputs { get; }

    public IReadOnlyList<(string Name, TensorSpec Spec)> Outputs { get; }

    public unsafe IReadOnlyList<Tensor> Run(IReadOnlyList<Tensor> inputs)
    {
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

    private static TF_Output Place(TensorInfo info, GraphHandle graph)
    {
        var parts = info.Name.Split(':');
        var index = 0;
        var operation = parts.Length <= 2 && (parts.Length == 1 || int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index)) ? NativeMethods.TF_GraphOperationByName(graph.Pointer, parts[0]) : 0;
        return operation != 0 && index < NativeMethods.TF_OperationNumOutputs(operation) ? new TF_Output(operation, index)
            : throw new InvalidDataException($"The SavedModel's signature names a tensor '{info.Name}', which its graph does not have.");
    }
}
