using KerasNet.Quantizers;

namespace KerasNet.Layers;

/// <summary>A kernel in floats that is rounded to 8 bits for each product, as inputs and gradients are. Their scales learn from the greatest values of the last steps: gradients carry the new ones.</summary>
internal sealed class Float8Kernel : QuantizedForm
{
    private readonly AdaptedLayer _layer;
    private readonly IKernelLayer _parts;
    private readonly KerasVariable[] _variables;

    public Float8Kernel(AdaptedLayer layer, IKernelLayer parts)
    {
        (_layer, _parts) = (layer, parts);
        var length = (layer.Policy as QuantizedFloat8DTypePolicy)?.AmaxHistoryLength ?? 1024;
        KerasVariable Add(string name, TensorShape shape, string initializer)
        {
            var variable = layer.AddFor(name, shape, initializer, DataType.Float32, trainable: true);
            variable.OverwriteWithGradient = true;
            return variable;
        }

        _variables = [.. ((string[])["inputs", "kernel", "outputs_grad"]).SelectMany(n => (KerasVariable[])[Add(n + "_scale", TensorShape.Scalar, "ones"), Add(n + "_amax_history", length, "zeros")])];
    }

    public override IReadOnlyList<KerasVariable> Saved => [_layer.AdaptedKernel, .. _parts.Bias is { } bias ? [bias] : (KerasVariable[])[], .. _variables];

    public override Tensor Call(Tensor x, CallContext context)
    {
        if (_layer.Lora is not null)
        {
            throw new NotSupportedException($"Layer '{_layer.Name}': a low-rank addition does not go with float8.");
        }

        Tensor kernel = _layer.AdaptedKernel;
        Tensor[] state;
        using (AutoCast.Enter(DataType.None))
        {
            state = [.. _variables.Select(v => (Tensor)v)];
        }

        var y = _parts.Product.Multiply(Values(x, state[0], state[1], context.Training), Values(kernel, state[2], state[3], context.Training));
        return KernelProduct.Finish(Gradients(y, state[4], state[5]), _parts.Bias, _parts.Activation, narrowBias: true);
    }

    /// <summary>Rounds values; gradients pass.</summary>
    private Tensor Values(Tensor x, Tensor scale, Tensor history, bool training) => Ops.CustomGradient((Tensor[] t) =>
    {
        var (newScale, newHistory) = training ? Next(t, t[0], Float8.E4M3) : ((Tensor?)null, (Tensor?)null);
        return ([Float8.E4M3.Rounded(t[0], t[1], _layer.Policy.ComputeDType)], dy => [dy[0], newScale, newHistory]);
    })([x, scale, history])[0];

    /// <summary>Rounds gradients; values pass.</summary>
    private Tensor Gradients(Tensor y, Tensor scale, Tensor history) => Ops.CustomGradient((Tensor[] t) => ([t[0]], dy =>
    {
        var (newScale, newHistory) = Next(t, dy[0], Float8.E5M2);
        return [Float8.E5M2.Rounded(dy[0], t[1], _layer.Policy.ComputeDType), newScale, newHistory];
    }))([y, scale, history])[0];

    private static (Tensor Scale, Tensor History) Next(Tensor[] t, Tensor values, Float8 type) =>
        (Float8.Scale(Ops.Max(t[2], 0), t[1], Tensor.Create([(float)type.Max], TensorShape.Scalar), 0), Float8.History(values, t[2]));
}
