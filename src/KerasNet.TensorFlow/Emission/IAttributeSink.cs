namespace KerasNet.TensorFlow.Emission;

/// <summary>Takes the attributes of one op: a node under construction, or a call that runs at once.</summary>
internal interface IAttributeSink
{
    void Set(string name, long value);

    void Set(string name, float value);

    void Set(string name, bool value);

    void Set(string name, ReadOnlySpan<byte> text);

    void Set(string name, DataType value);

    void Set(string name, TensorShape value);

    void Set(string name, Tensor value);

    void SetFunction(string name, string function);

    void SetList(string name, ReadOnlySpan<long> values);

    void SetList(string name, ReadOnlySpan<float> values);

    void SetList(string name, ReadOnlySpan<bool> values);

    void SetList(string name, ReadOnlySpan<DataType> values);

    void SetList(string name, ReadOnlySpan<TensorShape> values);

    void SetList(string name, string[] values);

    void SetFunctions(string name, string[] functions);
}
