namespace KerasNet.Layers;

/// <summary>Masks and named arguments of the attention layers' calls.</summary>
internal static class AttentionCall
{
    /// <summary>The arguments that were given: flags that are set, tensors that exist.</summary>
    public static Dictionary<string, object?> Named(params ReadOnlySpan<(string Name, object? Value)> arguments)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            if (value is not (null or false))
            {
                named[name] = value is Tensor tensor ? (Tensors)tensor : value;
            }
        }

        return named;
    }

    /// <summary>A mask of steps as bools, of the shape that the steps of its tensor have.</summary>
    public static Tensor StepMask(Layer layer, Tensor mask, Tensor of)
    {
        if (mask.Rank != of.Rank - 1 || !mask.Shape.IsCompatibleWith(of.Shape[..^1]))
        {
            throw new ArgumentException($"Layer '{layer.Name}': a mask of a tensor has its shape without the features. Expected: {of.Shape[..^1]}. Received: mask.shape={mask.Shape}.");
        }

        return Ops.Cast(mask, DataType.Bool);
    }

    /// <summary>True where the second position is not after the first: <c>(1, rows, columns)</c>.</summary>
    public static Tensor Causal(Tensor rows, int rowAxis, Tensor columns, int columnAxis) =>
        Ops.GreaterEqual(Positions(rows, rowAxis, [1, -1, 1]), Positions(columns, columnAxis, [1, 1, -1]));

    /// <summary>True where two positions are less than a window apart: <c>(1, rows, columns)</c>.</summary>
    public static Tensor Window(Tensor rows, Tensor columns, int size) =>
        Ops.Less(Ops.Abs(Positions(rows, 1, [1, -1, 1]) - Positions(columns, 1, [1, 1, -1])), size);

    private static Tensor Positions(Tensor x, int axis, TensorShape shape) => Ops.Reshape(Ops.Arange(Ops.Shape(x)[axis]), shape);
}
