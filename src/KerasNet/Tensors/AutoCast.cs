namespace KerasNet;

/// <summary>The compute type of the layer that is being called: variables enter as it (mixed precision). No layer file mentions it.</summary>
internal static class AutoCast
{
    [ThreadStatic]
    private static DataType _type;

    public static Scope Enter(DataType type)
    {
        var before = _type;
        _type = type;
        return new Scope(before);
    }

    public static Tensor Apply(Tensor value) =>
        _type != DataType.None && value.DType != _type && value.DType.IsFloating() ? Ops.Cast(value, _type) : value;

    public readonly ref struct Scope(DataType before)
    {
        public void Dispose() => _type = before;
    }
}
