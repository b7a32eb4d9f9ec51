namespace KerasNet.Layers;

/// <summary>In which type a layer computes and in which it keeps its weights.</summary>
/// <remarks>Python: <c>keras.dtype_policies.DTypePolicy</c>. Converts from names: <c>"float32"</c>, <c>"mixed_float16"</c>, and from data types.</remarks>
public sealed class DTypePolicy
{
    /// <summary>A policy by name.</summary>
    public DTypePolicy(string name)
    {
        Name = name;
        (ComputeDType, VariableDType) = name switch
        {
            "mixed_float16" => (DataType.Float16, DataType.Float32),
            "mixed_bfloat16" => (DataType.BFloat16, DataType.Float32),
            _ => (DataTypes.Parse(name), DataTypes.Parse(name)),
        };
    }

    /// <summary>The name, as it stands in files.</summary>
    public string Name { get; }

    /// <summary>Type of computation.</summary>
    public DataType ComputeDType { get; }

    /// <summary>Type of weights.</summary>
    public DataType VariableDType { get; }

    /// <summary>A policy by name.</summary>
    public static implicit operator DTypePolicy(string name) => new(name);

    /// <summary>Everything in one type.</summary>
    public static implicit operator DTypePolicy(DataType type) => new(type.Name());
}
