namespace KerasNet.Layers;

/// <summary>In which type a layer computes and in which it keeps its weights.</summary>
/// <remarks>Python: <c>keras.dtype_policies.DTypePolicy</c>. Converts from names: <c>"float32"</c>, <c>"mixed_float16"</c>, <c>"int8_from_float32"</c>, and from data types.</remarks>
public class DTypePolicy : IEquatable<DTypePolicy>
{
    private readonly DataType _compute;
    private readonly DataType _variable;

    /// <summary>A policy by name.</summary>
    /// <param name="name">A data type, <c>mixed_float16</c> or <c>mixed_bfloat16</c>; null: that of <see cref="KerasConfig.DTypePolicy"/>.</param>
    /// <exception cref="ArgumentException">The name is not one of a policy.</exception>
    public DTypePolicy(string? name = null)
    {
        Name = name ?? Keras.Config.DTypePolicy.Name;
        (_compute, _variable) = Types(Name);
    }

    /// <summary>A policy with a name of its own, in the types of another.</summary>
    private protected DTypePolicy(string name, string? sourceName)
    {
        Name = name;
        (_compute, _variable) = sourceName is null ? default : Types(sourceName);
    }

    /// <summary>The name, as it stands in files.</summary>
    public string Name { get; }

    /// <summary>Type of computation.</summary>
    public virtual DataType ComputeDType => _compute;

    /// <summary>Type of weights.</summary>
    public virtual DataType VariableDType => _variable;

    /// <summary>How kernels are kept in few bits: <c>int8</c>, <c>int4</c>, <c>float8</c>, <c>gptq</c>, <c>awq</c>; null: they are not.</summary>
    public virtual string? QuantizationMode => null;

    /// <inheritdoc/>
    public virtual bool Equals(DTypePolicy? other) => other is not null && other.GetType() == GetType() && other.Name == Name;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DTypePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"<{GetType().Name} \"{Name}\">";

    private static (DataType Compute, DataType Variable) Types(string name) => name switch
    {
        "mixed_float16" => (DataType.Float16, DataType.Float32),
        "mixed_bfloat16" => (DataType.BFloat16, DataType.Float32),
        _ => (DataTypes.Parse(name), DataTypes.Parse(name)),
    };

    /// <summary>A policy by name.</summary>
    /// <exception cref="ArgumentException">The name is not one of a policy.</exception>
    public static implicit operator DTypePolicy(string name) => QuantizedDTypePolicy.IsName(name) ? QuantizedDTypePolicy.Parse(name) : new DTypePolicy(name);

    /// <summary>Everything in one type.</summary>
    public static implicit operator DTypePolicy(DataType type) => new(type.Name());
}
