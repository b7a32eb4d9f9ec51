using KerasNet.Internal;

namespace KerasNet.Layers;

/// <summary>Divides a layer's weights by their spectral norm in each step of training, which bounds how much the layer can stretch its input: for adversarial networks.</summary>
/// <remarks>Python: <c>keras.layers.SpectralNormalization</c>. Input and output are those of the layer. Source: Miyato et al., 2018.</remarks>
/// <example><c>new Layers.SpectralNormalization(new Layers.Conv2D(2, 2))</c></example>
/// <param name="layer">A layer with a kernel, or an Embedding.</param>
/// <param name="powerIterations">Steps of the power iteration that finds the norm.</param>
/// <exception cref="ArgumentOutOfRangeException"><paramref name="powerIterations"/> is not positive.</exception>
public sealed class SpectralNormalization(Layer layer, int powerIterations = 1) : Wrapper(layer)
{
    private KerasVariable? _kernel;

    /// <summary>Steps of the power iteration.</summary>
    public int PowerIterations { get; } = Require.Positive(powerIterations);

    /// <summary>The estimate of the first singular vector, <c>(1, outputs)</c>.</summary>
    public KerasVariable VectorU { get => field ?? throw NotBuilt(); private set; }

    /// <inheritdoc/>
    protected override void Build(TensorShape input)
    {
        base.Build(input);
        _kernel = Layer.Weights.FirstOrDefault(w => w.Name is "kernel" or "embeddings")
            ?? throw new ArgumentException($"Layer '{Name}': {Layer.ClassName} object has no attribute 'kernel' nor 'embeddings'. Wrap a layer with a kernel.");
        VectorU = AddWeight("vector_u", [1, _kernel.Shape[^1]], new Initializers.TruncatedNormal(stddev: 0.02), trainable: false, dtype: _kernel.DType);
        InputSpecs = [new InputSpec { MinRank = 1, Axes = new Dictionary<int, int> { [-1] = input[^1] } }];
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        if (context.Training)
        {
            Normalize(_kernel!);
        }

        return Ops.Cast(Layer.Apply(x), x.DType);
    }

    /// <summary>Moves the singular vector on and divides the kernel by its norm; weights that are all zero stay.</summary>
    private void Normalize(KerasVariable kernel)
    {
        using var uncast = AutoCast.Enter(DataType.None);
        var weights = Ops.Reshape(kernel, new TensorShape(-1, kernel.Shape[^1]));
        Tensor u = VectorU, v = VectorU;
        for (var i = 0; i < PowerIterations; i++)
        {
            v = Unit(Ops.MatMul(u, Ops.Transpose(weights)));
            u = Unit(Ops.MatMul(v, weights));
        }

        (u, v) = (Ops.StopGradient(u), Ops.StopGradient(v));
        var sigma = Ops.MatMul(Ops.MatMul(v, weights), Ops.Transpose(u));
        var empty = Ops.All(Ops.Equal(kernel, 0));
        var normalized = Ops.Where(empty, kernel, Ops.Reshape(weights / sigma, kernel.Shape));
        VectorU.Assign(Ops.Where(empty, VectorU, u));
        kernel.Assign(normalized);
    }

    private static Tensor Unit(Tensor x) => x * Ops.Rsqrt(Ops.Maximum(Ops.Sum(Ops.Square(x)), 1e-12));
}
