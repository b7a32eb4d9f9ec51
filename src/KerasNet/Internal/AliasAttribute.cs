namespace KerasNet.Internal;

/// <summary>Further names under which Keras knows a class or an activation: <c>mse</c> for MeanSquaredError.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Field)]
internal sealed class AliasAttribute(params string[] names) : Attribute
{
    public string[] Names { get; } = names;
}
