using KerasNet.Backends.Managed;

namespace KerasNet.Tests;

/// <summary>How many threads compute an op changes no bit of the result.</summary>
public sealed class ThreadCountTests() : BackendFixture("managed")
{
    private static readonly (string Name, Func<Tensor, Tensor, Tensor> Op)[] _ops =
    [
        ("Exp", (x, _) => RawOps.Exp(x)), ("Erf", (x, _) => RawOps.Erf(x)), ("Softplus", (x, _) => RawOps.Softplus(x)), ("Expm1", (x, _) => RawOps.Expm1(x)), ("Tanh", (x, _) => RawOps.Tanh(x)),
        ("AddV2", RawOps.AddV2), ("Mul by a row", (x, _) => RawOps.Mul(x, Numbers((1, 517), 3))), ("Mul by a short row", (x, _) => RawOps.Mul(RawOps.Reshape(x, RawOps.Constant(-1, 11)), Numbers(11, 3))),
        ("Pow of a column", (x, _) => RawOps.Pow(RawOps.Exp(x), Numbers((407, 1), 3))), ("Pow by a number", (x, _) => RawOps.Pow(RawOps.Abs(x), RawOps.Scalar(1.5, DataType.Float32))),
        ("SigmoidGrad", RawOps.SigmoidGrad), ("Less", RawOps.Less),
        ("Sum of rows", (x, _) => RawOps.Sum(x, RawOps.Constant(1))), ("Sum of columns", (x, _) => RawOps.Sum(x, RawOps.Constant(0))), ("Sum of all", (x, _) => RawOps.Sum(x, RawOps.Constant(0, 1))),
        ("Sum of narrow rows", (x, _) => RawOps.Sum(RawOps.Reshape(x, RawOps.Constant(-1, 11)), RawOps.Constant(0))), ("Mean between", (x, _) => RawOps.Mean(RawOps.Reshape(x, RawOps.Constant(11, -1, 47)), RawOps.Constant(1))),
        ("MatMul", (x, y) => RawOps.MatMul(x, y, transposeB: true)), ("Max", (x, _) => RawOps.Max(x, RawOps.Constant(0))),
    ];

    public static IEnumerable<string> Names => _ops.Select(o => o.Name);

    [TestCaseSource(nameof(Names))]
    public void ChangesNothing(string name)
    {
        var op = _ops.Single(o => o.Name == name).Op;
        var (x, y) = (Numbers((407, 517), 1), Numbers((407, 517), 2));
        var many = op(x, y);
        using var alone = ManagedThreads.Limit(1);
        Assert.That(op(x, y).Bytes().SequenceEqual(many.Bytes()));
    }

    [Test]
    public void LongSumsKeepTheirDigits()
    {
        var ones = Tensor.Allocate(DataType.Float32, (200_000, 3));
        ones.Writable<float>().Fill(0.1f);
        Assert.That(RawOps.Sum(ones, RawOps.Constant(0)).ToArray<float>(), Is.All.EqualTo(20_000f).Within(0.02f));
        Assert.That(RawOps.Sum(ones, RawOps.Constant(0, 1)).ToDouble(), Is.EqualTo(60_000).Within(0.1));
    }

    private static Tensor Numbers(TensorShape shape, int seed)
    {
        var random = new Random(seed);
        var tensor = Tensor.Allocate(DataType.Float32, shape);
        foreach (ref var value in tensor.Writable<float>())
        {
            value = (float)((random.NextDouble() * 4) - 2);
        }

        return tensor;
    }
}
