namespace KerasNet.Backends;

/// <summary>A compiled step. Runs are concurrent where it has no updates.</summary>
internal interface IExecutable : IDisposable
{
    /// <summary>Runs once. An output that is given as a tensor is written into its memory; one that is null is made.</summary>
    /// <exception cref="InvalidOperationException">A given output's size is not that of the result.</exception>
    void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs);
}
