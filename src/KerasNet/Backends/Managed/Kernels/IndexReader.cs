namespace KerasNet.Backends.Managed;

/// <summary>The elements of an int32 or int64 tensor, one by one.</summary>
internal readonly unsafe struct IndexReader
{
    private readonly int* _narrow;
    private readonly long* _wide;

    public IndexReader(Tensor indices)
    {
        switch (indices.DType)
        {
            case DataType.Int32: _narrow = (int*)indices.Pointer; break;
            case DataType.Int64: _wide = (long*)indices.Pointer; break;
            default: throw new ArgumentException($"Indices are int32 or int64. Received: {indices.DType.Name()}. Cast them with Ops.Cast.", nameof(indices));
        }
    }

    public long this[long i] => _wide is null ? _narrow[i] : _wide[i];
}
