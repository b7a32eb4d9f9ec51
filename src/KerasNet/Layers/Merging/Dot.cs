namespace KerasNet.Layers;

/// <summary>Dot product of two inputs along an axis of each, sample by sample.</summary>
/// <remarks>Python: <c>keras.layers.Dot</c>. The result has the remaining axes of the first, then of the second; at least <c>(batch, 1)</c>.</remarks>
/// <param name="axes">The axis of both inputs, or of each; not the batch axis.</param>
/// <param name="normalize">Whether the vectors get length one first: then it is the cosine.</param>
public sealed class Dot(DotAxes axes, bool normalize = false) : Merge
{
    /// <summary>The axis of each input.</summary>
    public DotAxes Axes { get; } = axes;

    /// <summary>Whether the vectors get length one first.</summary>
    public bool Normalize { get; } = normalize;

    /// <summary>The same as a function: <c>Layers.Dot.Of([a, b], axes: 1)</c>.</summary>
    /// <remarks>Python: <c>keras.layers.dot</c>.</remarks>
    /// <param name="inputs">Two tensors.</param>
    /// <param name="axes">The axis of both inputs, or of each; null: the last.</param>
    /// <param name="normalize">Whether the vectors get length one first.</param>
    /// <param name="name">Name of the layer; null: the next automatic one.</param>
    public static Tensor Of(Tensors inputs, DotAxes? axes = null, bool normalize = false, string? name = null) => Named(new Dot(axes ?? -1, normalize), name).Apply(inputs);

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count != 2)
        {
            throw new ArgumentException($"A `Dot` layer should be called on a list of 2 inputs. Layer '{Name}' received {inputs.Count}.");
        }

        if (inputs.Any(s => s.Rank < 2))
        {
            throw new ArgumentException($"Layer '{Name}' cannot do batch_dot on inputs with rank < 2. Received inputs with shapes {inputs[0]} and {inputs[1]}.");
        }

        var (i, j) = (inputs[0].Axis(Axes.First), inputs[1].Axis(Axes.Second));
        if (i == 0 || j == 0)
        {
            throw new ArgumentException($"Layer '{Name}' cannot perform batch_dot over axis 0. If your inputs are not batched, add a dummy batch dimension to your inputs using Ops.ExpandDims(x, 0). Received: axes={Axes}.");
        }

        var (a, b) = (inputs[0][i], inputs[1][j]);
        if (a != b && a >= 0 && b >= 0)
        {
            throw new ArgumentException($"Incompatible input shapes: axis values {a} (at axis {i}) != {b} (at axis {j}). Layer '{Name}' received full input shapes {inputs[0]}, {inputs[1]}.");
        }

        var (n, m) = (inputs[0][0], inputs[1][0]);
        if (n != m && n >= 0 && m >= 0)
        {
            throw new ArgumentException($"Layer '{Name}' cannot do batch_dot on inputs with different batch sizes. Received inputs with shapes {inputs[0]} and {inputs[1]}.");
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Join([.. inputs], []);

    private protected override Tensor Join(Tensor[] inputs, Tensor?[] masks)
    {
        var (x, y) = (inputs[0], inputs[1]);
        var (i, j) = (x.Shape.Axis(Axes.First), y.Shape.Axis(Axes.Second));
        if (Normalize)
        {
            (x, y) = (Unit(x, i), Unit(y, j));
        }

        // Letters: b is the batch, z the axis of the sum.
        var left = "b" + string.Concat(Enumerable.Range(1, x.Rank - 1).Select(a => a == i ? 'z' : (char)('c' + a)));
        var right = "b" + string.Concat(Enumerable.Range(1, y.Rank - 1).Select(a => a == j ? 'z' : (char)('m' + a)));
        var result = (left + right[1..]).Replace("z", string.Empty, StringComparison.Ordinal);
        var dot = Ops.Einsum($"{left},{right}->{result}", x, y);
        return dot.Rank == 1 ? Ops.ExpandDims(dot, 1) : dot;
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMasks(Tensors inputs, IReadOnlyList<Tensor?> masks) => [null];

    private static Tensor Unit(Tensor x, int axis) => x * Ops.Rsqrt(Ops.Maximum(Ops.Sum(Ops.Square(x), axis, keepdims: true), 1e-12));
}
