using KerasNet.Graphs;

namespace KerasNet.Tests.TensorFlow;

[TestFixture]
public sealed class TextTests() : BackendFixture("tensorflow")
{
    private static readonly string[] s_words = ["", "short", "ein längerer Text, der nicht in die Zelle passt: 日本語"];

    [Test]
    public void TextRunsAtOnce()
    {
        var lengths = TestOp.Of("StringLength", [new(DataType.Int32, 3)], [Words()], ("unit", "UTF8_CHAR"))[0];
        var upper = TestOp.Like("StringUpper", [Words()], ("encoding", "utf-8"));

        Assert.That(lengths.ToArray<int>(), Is.EqualTo(s_words.Select(w => w.Length)));
        Assert.That(upper.Text, Is.EqualTo(s_words.Select(w => w.ToUpperInvariant())));
    }

    [Test]
    public void TextGoesThroughASession()
    {
        var graph = new Graph();
        var x = graph.Placeholder(DataType.String, (null, null), "x");
        var joined = TestOp.Of("StringJoin", [new(DataType.String, (null, null))], [x, new Tensor(TensorShape.Scalar, ["!"])])[0];
        var step = Keras.Backend.Compile(graph, [x], [joined, x, TestOp.Like("Identity", [x])], []);

        for (var i = 0; i < 100; i++)
        {
            var results = TestOp.Run(step, Words().View((1, 3)));
            Assert.That(results[0].Text, Is.EqualTo(s_words.Select(w => w + "!")));
            Assert.That(results[0].Shape, Is.EqualTo(new TensorShape(1, 3)));
            Assert.That(results[1].Text, Is.EqualTo(s_words));
            Assert.That(results[2].Text, Is.EqualTo(s_words));
        }
    }

    private static Tensor Words() => new(3, s_words);
}
