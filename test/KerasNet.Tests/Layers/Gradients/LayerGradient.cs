using KerasNet.Layers;

namespace KerasNet.Tests.EachLayer;

/// <summary>A call of a layer, with a fixed seed where it draws, whose derivatives by input and weights are compared with central differences in float64.</summary>
internal sealed record LayerGradient(Func<Layer> Make, params TensorShape[] Inputs)
{
    /// <summary>Step of the differences: greater where a kernel computes in float32.</summary>
    public double Step { get; init; } = 1e-4;

    /// <summary>Allowed difference relative to 1 + |expected|.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Least and greatest number of the inputs.</summary>
    public (double Low, double High) Range { get; init; } = (0.25, 0.75);

    /// <summary>The same, where TensorFlow's kernels compute in float32.</summary>
    public LayerGradient Narrow() => this with { Step = 1e-2, Tolerance = 3e-3 };

    public void Check()
    {
        using var scope = Keras.Scope(Keras.Backend.Name);
        Keras.Config.FloatX = DataType.Float64;
        Tensor[] inputs = [.. Inputs.Select((s, i) => GradientCase.Sample(s, Range.Low, Range.High, seed: 20 + i))];
        (Layer Layer, Tensor Loss) Run(int source, double move)
        {
            Keras.SetRandomSeed(7);
            var layer = Make();
            layer.Invoke(inputs.Length == 1 ? inputs[0] : inputs, new CallArguments { Training = false });
            LayerNumbers.SetWeights(layer);
            Tensor[] moved = [.. inputs.Select((x, i) => i == source ? Moved(x, source, move) : x)];
            if (source >= inputs.Length)
            {
                var weight = layer.TrainableWeights[source - inputs.Length];
                weight.Assign(Moved(weight.Value, source, move));
            }

            return (layer, LayerNumbers.Loss(layer.Invoke(moved.Length == 1 ? moved[0] : moved, new CallArguments { Training = true })));
        }

        using var tape = new GradientTape();
        Array.ForEach(inputs, tape.Watch);
        var (made, loss) = Run(-1, 0);
        Tensor[] sources = [.. inputs, .. made.TrainableWeights.Select(w => w.Handle)];
        var gradients = tape.Gradient(loss, sources);
        double At(int source, double move) => Run(source, move).Loss.ToDouble();
        for (var i = 0; i < sources.Length; i++)
        {
            var expected = ((8 * (At(i, Step) - At(i, -Step))) - (At(i, 2 * Step) - At(i, -2 * Step))) / (12 * Step);
            var actual = gradients[i] is { } g ? Ops.Sum(g * Direction(i, g.Shape)).ToDouble() : 0;
            Assert.That(actual, Is.EqualTo(expected).Within(Tolerance * (1 + Math.Abs(expected))), $"the derivative by {(i < inputs.Length ? $"input {i}" : made.TrainableWeights[i - inputs.Length].Name)}");
        }
    }

    private static Tensor Direction(int source, TensorShape shape) => GradientCase.Sample(shape, -1, 1, seed: 31 + source);

    private static Tensor Moved(Tensor x, int source, double step) => RawOps.AddV2(x, RawOps.Mul(Direction(source, x.Shape), Tensor.Create<double>([step], TensorShape.Scalar)));
}
