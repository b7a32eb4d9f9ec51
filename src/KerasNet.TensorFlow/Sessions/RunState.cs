using KerasNet.TensorFlow.Native;

namespace KerasNet.TensorFlow.Sessions;

/// <summary>What one run needs besides the plan; used again by later runs.</summary>
internal sealed class RunState(int feeds, int fetches)
{
    public nint[] Feeds { get; } = new nint[feeds];

    public nint[] Results { get; } = new nint[fetches];

    public StatusHandle Status { get; } = new();

    /// <summary>Deletes the tensors of a run. The values that were fed are needed until here.</summary>
    public void Clear(ReadOnlySpan<Tensor> inputs, Feed[] plan)
    {
        for (var i = 0; i < Results.Length; i++)
        {
            if (Results[i] != 0)
            {
                NativeMethods.TF_DeleteTensor(Results[i]);
                Results[i] = 0;
            }
        }

        for (var i = 0; i < Feeds.Length; i++)
        {
            if (Feeds[i] != 0)
            {
                var value = plan[i].Value(inputs);
                NativeTensor.Delete(Feeds[i], value);
                GC.KeepAlive(value);
                Feeds[i] = 0;
            }
        }
    }
}
