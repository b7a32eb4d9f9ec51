using KerasNet.Graphs;

namespace KerasNet.Layers;

/// <summary>A layer that computes in C#, on values: text, lookups in tables, hashes. In a model its calls are made before the step, on the thread that reads ahead, and the step is fed their results.</summary>
/// <remarks>It has no gradient, and nothing that is trained may stand before it in a model that learns.</remarks>
public abstract class HostLayer : Layer
{
    private protected HostLayer() => AutoCastInputs = false;

    /// <summary>Element type that a model without a declared input takes for this layer.</summary>
    internal virtual DataType InputDType => DataType.String;

    /// <summary>Type and shape of the result for inputs that have no value yet.</summary>
    private protected abstract TensorSpec Describe(Tensors inputs);

    /// <summary>The result, for values.</summary>
    private protected abstract Tensor Compute(Tensors inputs);

    /// <inheritdoc/>
    protected sealed override Tensors Call(Tensors inputs, CallContext context)
    {
        if (inputs.FirstOrDefault(t => !t.IsConcrete) is not { } symbolic)
        {
            CheckText(inputs);
            return Compute(inputs);
        }

        var spec = Describe(inputs);
        return (Graph.Current ?? symbolic.Node!.Graph!).AddHostCall(this, Name, inputs, spec, values => Result(values, spec));
    }

    /// <summary>The result in the type that was promised: on values alone, counts are integers, in a model they are floats.</summary>
    private Tensor Result(Tensors values, TensorSpec spec)
    {
        using var untraced = Graph.Leave();
        CheckText(values);
        var result = Compute(values);
        if (!result.Shape.IsCompatibleWith(spec.Shape))
        {
            throw new InvalidOperationException($"Layer '{Name}' gave shape {result.Shape}. Expected: {spec.Shape}, as when the model was made. Set its vocabulary before the model is made.");
        }

        return result.DType == spec.DType ? result : Ops.Cast(result, spec.DType);
    }

    private void CheckText(Tensors inputs)
    {
        foreach (var input in inputs)
        {
            if (input.Text is { } text && Array.IndexOf(text, null) is >= 0 and var at)
            {
                throw new ArgumentException($"Layer '{Name}' takes text. Received: null, element {at} of {text.Length}. Use \"\" for no text.");
            }
        }
    }
}
