namespace KerasNet.Backends;

/// <summary>A compiled step. Runs are concurrent where it has no updates.</summary>
internal interface IExecutable : IDisposable
{
    /// <summary>Runs once. An output that is given as a tensor of the result's type and size is written into its memory; else the result takes its place.</summary>
    void Run(ReadOnlySpan<Tensor> inputs, Span<Tensor?> outputs);
}
