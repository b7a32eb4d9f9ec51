namespace KerasNet.Tests;

/// <summary>Functions of nn on 16-bit floats, as mixed precision has them: near to the same in float32, gradients too.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class NarrowNnTests(string backend) : BackendFixture(backend)
{
    private static readonly Dictionary<string, (Func<Tensor[], Tensor> Call, TensorShape[] Shapes)> _calls = new()
    {
        ["Relu6"] = (t => Ops.Relu6(t[0]), [(2, 3)]),
        ["Gelu"] = (t => Ops.Gelu(t[0]), [(2, 3)]),
        ["Softmax"] = (t => Ops.Softmax(t[0]), [(2, 5)]),
        ["Conv1D"] = (t => Ops.Conv(t[0], t[1], dilationRate: 2, padding: "same"), [(2, 6, 2), (3, 2, 2)]),
        ["Conv2D"] = (t => Ops.Conv(t[0], t[1], 2, "same"), [(2, 5, 4, 2), (3, 2, 2, 3)]),
        ["Conv2D groups"] = (t => Ops.Conv(t[0], t[1]), [(1, 4, 4, 4), (2, 2, 2, 4)]),
        ["Conv3D"] = (t => Ops.Conv(t[0], t[1]), [(1, 3, 3, 3, 2), (2, 2, 2, 2, 2)]),
        ["ConvTranspose"] = (t => Ops.ConvTranspose(t[0], t[1], 2), [(1, 3, 3, 2), (2, 2, 3, 2)]),
        ["DepthwiseConv"] = (t => Ops.DepthwiseConv(t[0], t[1]), [(1, 4, 4, 2), (2, 2, 2, 2)]),
        ["MaxPool"] = (t => Ops.MaxPool(t[0], 2), [(1, 4, 4, 3)]),
        ["AveragePool"] = (t => Ops.AveragePool(t[0], 2, padding: "same"), [(1, 5, 4, 3)]),
        ["MaxPool3D"] = (t => Ops.MaxPool(t[0], 2), [(1, 4, 4, 2, 2)]),
        ["AveragePool3D"] = (t => Ops.AveragePool(t[0], 2), [(1, 4, 4, 2, 2)]),
        ["LayerNormalization"] = (t => Ops.LayerNormalization(t[0], t[1], t[2]), [(3, 8), 8, 8]),
        ["BatchNormalization"] = (t => Ops.BatchNormalization(t[0], Ops.Square(t[1]), Ops.Square(t[1]), -1, epsilon: 0.5), [(3, 4), 4]),
        ["DotProductAttention"] = (t => Ops.DotProductAttention(t[0], t[0], t[0], isCausal: true), [(1, 3, 2, 4)]),
    };

    public static IEnumerable<string> Names => _calls.Keys;

    [Test, Combinatorial]
    public void NearFloat32([ValueSource(nameof(Names))] string name, [Values] bool brain)
    {
        var (call, shapes) = _calls[name];
        var type = brain ? DataType.BFloat16 : DataType.Float16;

        // The inputs are numbers of the narrow type, so that only the computation differs.
        Tensor[] narrow = [.. shapes.Select((s, i) => Ops.Cast(PoolingGradients.Distinct(s) is var d && i == 0 ? Ops.Subtract(Ops.Multiply(d, 0.5), 0.25) : GradientCase.Sample(s, seed: i + 1), type))];
        Tensor[] wide = [.. narrow.Select(t => Ops.Cast(t, DataType.Float32))];
        var ((y, dy), (expected, dexpected)) = (Both(call, narrow), Both(call, wide));
        Assert.That(y.DType, Is.EqualTo(type));
        AreNear(y, expected, brain);
        for (var i = 0; i < narrow.Length; i++)
        {
            Assert.That(dy[i]!.DType, Is.EqualTo(type));
            AreNear(dy[i]!, dexpected[i]!, brain);
        }
    }

    private static (Tensor Y, Tensor?[] Gradients) Both(Func<Tensor[], Tensor> call, Tensor[] inputs)
    {
        using var tape = new GradientTape();
        Array.ForEach(inputs, tape.Watch);
        var y = call(inputs);
        return (y, tape.Gradient(y, inputs));
    }

    private static void AreNear(Tensor actual, Tensor expected, bool brain)
    {
        var (a, b) = (Ops.Cast(actual, DataType.Float32).ToArray<float>(), expected.ToArray<float>());
        var scale = 1 + b.Max(MathF.Abs);
        Assert.That(actual.Shape, Is.EqualTo(expected.Shape));
        Assert.That(a, Is.EqualTo(b).Within((brain ? 0.04 : 0.01) * scale));
    }
}
