namespace KerasNet.Layers;

/// <summary>Dot product of two inputs along an axis of each, sample by sample.</summary>
/// <remarks>Python: <c>keras.layers.Dot</c>. The result has the remaining axes of the first, then of the second; at least <c>(batch, 1)</c>.</remarks>
/// <param name="axes">The axis of each input.</param>
/// <param name="normalize">Whether the vectors get length one first: then it is the cosine.</param>
public sealed class Dot(int[] axes, bool normalize = false) : Merge
{
    /// <summary>The axis of each input.</summary>
    public int[] Axes { get; } = axes.Length == 2 ? axes : throw new ArgumentException($"Invalid format for the `axes` argument: it must contain two elements. Received: axes=({string.Join(", ", axes)})", nameof(axes));

    /// <summary>Whether the vectors get length one first.</summary>
    public bool Normalize { get; } = normalize;

    /// <inheritdoc/>
    protected override void Build(IReadOnlyList<TensorShape> inputs)
    {
        if (inputs.Count != 2)
        {
            throw new ArgumentException($"A `Dot` layer should be called on a list of exactly 2 inputs. Layer '{Name}' received {inputs.Count}.");
        }

        var (a, b) = (inputs[0][inputs[0].Axis(Axes[0])], inputs[1][inputs[1].Axis(Axes[1])]);
        if (a != b && a >= 0 && b >= 0)
        {
            throw new ArgumentException($"Incompatible input shapes: axis values {a} (at axis {Axes[0]}) != {b} (at axis {Axes[1]}). Layer '{Name}' received shapes {inputs[0]} and {inputs[1]}.");
        }
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, CallContext context) => Join([.. inputs]);

    private protected override Tensor Join(Tensor[] inputs)
    {
        var (x, y) = (inputs[0], inputs[1]);
        var (i, j) = (x.Shape.Axis(Axes[0]), y.Shape.Axis(Axes[1]));
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
