using System.Text.Json.Nodes;
using KerasNet.Saving;

namespace KerasNet.Layers;

/// <summary>Layers one after the other, as one layer: for steps that prepare data. Without a caller that says otherwise it runs as in training.</summary>
/// <remarks>Python: <c>keras.layers.Pipeline</c>. Unlike a Sequential it is no model.</remarks>
/// <param name="layers">The layers, in order.</param>
public sealed class Pipeline(IReadOnlyList<Layer> layers) : Layer, IConfigurable
{
    /// <summary>The layers, in order.</summary>
    public IReadOnlyList<Layer> Layers { get; } = layers;

    /// <inheritdoc/>
    public override bool SupportsMasking => true;

    private protected override bool DefaultTraining => true;

    JsonObject IConfigurable.GetConfig() => new() { ["layers"] = new JsonArray([.. Layers.Select(ObjectSerializer.Serialize)]), ["name"] = Name };

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context)
    {
        var mask = context.Mask;
        foreach (var layer in Layers)
        {
            inputs = layer.Invoke(inputs, new CallArguments { Masks = mask is null ? null : [mask], Training = context.Training });
            mask = inputs[0].KerasMask;
        }

        return inputs;
    }
}
