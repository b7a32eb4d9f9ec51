namespace KerasNet.Tests;

/// <summary>A call of a public function whose derivative is compared with central differences. Inputs of float64 are differentiated.</summary>
/// <param name="Op">The function's name, as in <see cref="Ops"/>; <c>Image.X</c> for those of <see cref="Ops.Image"/>.</param>
/// <param name="Function">The call.</param>
/// <param name="Inputs">Its tensors.</param>
internal sealed record OpGradient(string Op, Func<Tensor[], Tensor> Function, params Tensor[] Inputs)
{
    /// <summary>Allowed difference relative to 1 + |expected|: greater where TensorFlow's kernel computes in float32.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>TensorFlow's kernel computes in float32 or has no float64: the derivative is that of the managed backend's.</summary>
    public bool ManagedOnly { get; init; }

    public void Check()
    {
        using var scope = ManagedOnly ? Keras.Scope("managed") : Keras.Scope(Keras.Backend.Name);
        Keras.Config.FloatX = DataType.Float64;
        GradientCheck.Run(Function, Inputs, tolerance: Tolerance);
    }

    /// <summary>Several results as one row.</summary>
    public static Tensor Join(IEnumerable<Tensor> results) => Ops.Concatenate([.. results.Select(r => Ops.Ravel(Ops.Cast(r, DataType.Float64)))]);

    public static Tensor Join((Tensor, Tensor) results) => Join([results.Item1, results.Item2]);

    /// <summary>Float64 numbers between two bounds.</summary>
    public static Tensor S(TensorShape shape, double low = -1, double high = 1, int seed = 1) => GradientCase.Sample(shape, low, high, seed);

    /// <summary>Numbers at a distance of each other, in a random order: a step changes no order.</summary>
    public static Tensor Apart(TensorShape shape, int seed = 1)
    {
        var values = Enumerable.Range(0, (int)shape.Size).Select(i => (0.3 * i) - (0.15 * shape.Size) + 0.07).ToArray();
        new Random(seed).Shuffle(values);
        return Tensor.Create<double>(values, shape);
    }
}
