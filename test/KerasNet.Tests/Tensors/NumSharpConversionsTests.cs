using NumSharp;

namespace KerasNet.Tests;

/// <summary>NumSharp's arrays become tensors whatever their layout and type, and tensors become arrays without a copy.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class NumSharpConversionsTests(string backend) : BackendFixture(backend)
{
    private static NDArray Cube => np.arange(24).astype(np.float32).reshape(2, 3, 4);

    [TestCase(":")]
    [TestCase("::-1, :, ::2")]
    [TestCase("1, 1:, ::-1")]
    [TestCase("..., 2")]
    [TestCase(":, ::-2, 1:3")]
    [TestCase("0, 2, 3")]
    public void ASliceIsReadWhereItLies(string slice)
    {
        var array = Cube[slice];
        Tensor tensor = array;
        Assert.Multiple(() =>
        {
            Assert.That(tensor.Shape.ToArray(), Is.EqualTo(array.shape));
            Assert.That(tensor.ToArray<float>(), Is.EqualTo(np.ascontiguousarray(array).reshape(-1).ToArray<float>()));
        });
    }

    [Test]
    public void TransposedAndBroadcastArraysAreReadToo()
    {
        Tensor turned = np.transpose(Cube, [2, 0, 1]);
        Tensor spread = np.broadcast_to(np.array(new[] { 1, 2, 3 }), new Shape(2, 3));
        Assert.Multiple(() =>
        {
            Assert.That(turned.Shape, Is.EqualTo((TensorShape)(4, 2, 3)));
            Assert.That(turned.ToArray<float>(), Is.EqualTo(Ops.Transpose(Cube, [2, 0, 1]).ToArray<float>()));
            Assert.That(spread.ToArray<int>(), Is.EqualTo(new[] { 1, 2, 3, 1, 2, 3 }));
        });
    }

    [Test]
    public void EveryTypeGoesBothWays()
    {
        foreach (var type in new[] { np.float32, np.float64, np.int32, np.int64, np.uint8, np.int8, np.int16, np.uint16, np.uint32, np.uint64, np.bool_, np.float16 })
        {
            var array = np.array(new[] { 0, 1, 3 }).astype(type);
            Tensor tensor = array;
            var back = tensor.Numpy();
            Assert.That(back.typecode, Is.EqualTo(array.typecode), tensor.DType.Name());
            Assert.That(Enumerable.Range(0, 3).Select(i => NumberReader.At(tensor, i)), Is.EqualTo(tensor.DType == DataType.Bool ? new[] { 0.0, 1, 1 } : [0, 1, 3]), tensor.DType.Name());
        }
    }

    [Test]
    public void ATypeThatNoTensorHoldsIsNamed() =>
        Assert.That(() => (Tensor)np.array(new[] { 1m, 2m }), Throws.ArgumentException.With.Message.Contains("Decimal"));

    [Test]
    public void NumpyViewsTheTensorsMemory()
    {
        var tensor = Tensor.Create([1f, 2, 3, 4, 5, 6], (2, 3));
        var array = tensor.Numpy();
        array[1, 2] = 60f;
        Assert.Multiple(() =>
        {
            Assert.That(array.shape, Is.EqualTo(new long[] { 2, 3 }));
            Assert.That(tensor.AsSpan<float>()[5], Is.EqualTo(60));
            Assert.That((float)array[0, 1], Is.EqualTo(2));
        });
    }

    [Test]
    public void AViewKeepsTheMemoryAlive()
    {
        static NDArray Make() => Ops.Arange(100000, dtype: DataType.Float32).Numpy()["::2"];

        var views = Enumerable.Range(0, 20).Select(_ => Make()).ToArray();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(views, Has.All.Matches<NDArray?>(v => v!.item<float>(49999) == 99998));
    }

    [Test]
    public void NumbersAndEmptyArraysKeepTheirShape()
    {
        Tensor number = np.array(3.5f);
        Tensor empty = np.zeros(new Shape(0, 3));
        Assert.Multiple(() =>
        {
            Assert.That(number.Shape, Is.EqualTo(TensorShape.Scalar));
            Assert.That(number.Numpy().ndim, Is.Zero);
            Assert.That(empty.Shape.ToArray(), Is.EqualTo(new[] { 0, 3 }));
            Assert.That(empty.Numpy().shape, Is.EqualTo(new long[] { 0, 3 }));
        });
    }

    [Test]
    public void OperatorsTakeArraysOnEitherSide()
    {
        var array = np.array(new[] { 1f, 2, 4 });
        var tensor = Tensor.Create([4f, 2, 1], 3);
        Assert.Multiple(() =>
        {
            Assert.That((tensor + array).ToArray<float>(), Is.EqualTo(new[] { 5f, 4, 5 }));
            Assert.That((array + tensor).ToArray<float>(), Is.EqualTo(new[] { 5f, 4, 5 }));
            Assert.That((tensor - array).ToArray<float>(), Is.EqualTo(new[] { 3f, 0, -3 }));
            Assert.That((array - tensor).ToArray<float>(), Is.EqualTo(new[] { -3f, 0, 3 }));
            Assert.That((tensor * array).ToArray<float>(), Is.EqualTo(new[] { 4f, 4, 4 }));
            Assert.That((array * tensor).ToArray<float>(), Is.EqualTo(new[] { 4f, 4, 4 }));
            Assert.That((tensor / array).ToArray<float>(), Is.EqualTo(new[] { 4f, 1, 0.25f }));
            Assert.That((array / tensor).ToArray<float>(), Is.EqualTo(new[] { 0.25f, 1, 4 }));
        });
    }

    [Test]
    public void NumbersStayNumbersBesideTensors()
    {
        var whole = Tensor.Create([1, 2], 2);
        var half = Tensor.Create<Half>([(Half)1], 1);
        Assert.Multiple(() =>
        {
            Assert.That((whole * 2).DType, Is.EqualTo(DataType.Int32));
            Assert.That((2L + whole).DType, Is.EqualTo(DataType.Int32));
            Assert.That((whole * 2.5).DType, Is.EqualTo(DataType.Float32));
            Assert.That((1f - whole).DType, Is.EqualTo(DataType.Float32));
            Assert.That((half / 2.0).DType, Is.EqualTo(DataType.Float16));
            Assert.That((3 - half).DType, Is.EqualTo(DataType.Float16));
            Assert.That((half > 0).DType, Is.EqualTo(DataType.Bool));
            Assert.That("x: " + whole, Is.EqualTo("x: " + whole.ToString()));
        });
    }

    [Test]
    public void ASymbolicTensorHasNoArray()
    {
        var graph = new Graphs.Graph();
        var x = graph.Placeholder(DataType.Float32, 3, "x");
        Assert.That(() => x.Numpy(), Throws.InvalidOperationException.With.Message.Contains("symbolic"));
    }
}
