namespace KerasNet.Backends;

/// <summary>Where a backend keeps variables. Reads and writes many in one native call.</summary>
internal interface IVariableHome
{
    void Read(IReadOnlyList<KerasVariable> variables, Span<Tensor> values);

    void Write(IReadOnlyList<KerasVariable> variables, ReadOnlySpan<Tensor> values);
}
