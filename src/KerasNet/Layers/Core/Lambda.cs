namespace KerasNet.Layers;

/// <summary>A C# function as a layer: <c>new Lambda(x => x * x)</c>. It has no weights of its own.</summary>
/// <remarks>Python: <c>keras.layers.Lambda</c>. A file cannot hold the function: a model with a Lambda is rebuilt by the program that has it.</remarks>
public sealed class Lambda : Layer, Saving.IConfigurable
{
    private readonly Func<Tensors, Tensors> _function;

    private Lambda(Func<Tensors, Tensors> function) => _function = function;

    /// <summary>A layer of a function of one tensor.</summary>
    public Lambda(Func<Tensor, Tensor> function)
        : this(x => (Tensors)function(x.Single()))
    {
    }

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    /// <summary>A layer of a function of several tensors.</summary>
    public static Lambda Of(Func<Tensors, Tensors> function) => new(function);

    System.Text.Json.Nodes.JsonObject Saving.IConfigurable.GetConfig() => Saving.LayerConfig.Of(this);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => _function(inputs);
}
