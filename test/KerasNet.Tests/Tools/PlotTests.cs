using System.Text.Json;
using System.Xml.Linq;
using KerasNet.Plotting;

namespace KerasNet.Tests.Tools;

/// <summary>Pictures of models: what Keras draws, against recordings, and where our own layout puts it.</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class PlotTests(string backend) : BackendFixture(backend)
{
    private static readonly JsonElement _golden = Golden.Json("tools/plots.json");

    [Test]
    public void BoxesAndLinesAreKerass([Range(0, 14)] int index)
    {
        var golden = _golden.GetProperty("cases")[index];
        var plot = PlotGroup.Of(Models()[golden.GetProperty("model").GetString()!], Options(golden.GetProperty("arguments")), golden.GetProperty("arguments").TryGetProperty("subgraph", out _) ? golden.GetProperty("model").GetString() : null);
        Same(plot, golden.GetProperty("graph"), []);
    }

    [Test]
    public void DotHasAllOfIt()
    {
        var dot = Utils.ModelToDot(Models()["branched"], expandNested: true, rankdir: "LR", dpi: 100, splines: "curved");
        Assert.That(dot, Does.StartWith("digraph G {\nrankdir=LR;\nconcentrate=True;\ndpi=100;\nsplines=curved;\n").And.Contain("subgraph \"cluster_inner\" {").And.EndWith("}\n"));
        Assert.That(dot.Split("[label=<<table"), Has.Length.EqualTo(1 + 8));
        Assert.That(Utils.ModelToDot(Models()["plain"], subgraph: true), Does.StartWith("subgraph \"cluster_plain\" {\nstyle=dashed;"));
        Assert.That(() => Utils.ModelToDot(new Sequential([new KerasNet.Layers.Dense(2)])), Throws.InvalidOperationException.With.Message.StartsWith(_golden.GetProperty("unbuilt").GetString()![..40]));
        Assert.That(() => Utils.ModelToDot(Models()["plain"], rankdir: "UP"), Throws.ArgumentException.With.Message.Contains("rankdir"));
    }

    [Test]
    public void BoxesDoNotOverlapAndLinesGoAroundThem([Values("branched", "nested", "plain")] string name, [Values("TB", "BT", "LR", "RL")] string direction, [Values] bool expand)
    {
        var layout = new PlotLayout(PlotGroup.Of(Models()[name], new PlotOptions(true, true, true, expand, true, true)), direction);
        var boxes = layout.Blocks.Where(b => b.Item is PlotBox).Select(layout.Place).ToArray();
        for (var i = 0; i < boxes.Length; i++)
        {
            var (x, y, width, height) = boxes[i];
            Assert.That(x >= 0 && y >= 0 && x + width <= layout.Width && y + height <= layout.Height, $"box {i} is in the picture");
            for (var j = 0; j < i; j++)
            {
                Assert.That(x + width <= boxes[j].X || boxes[j].X + boxes[j].Width <= x || y + height <= boxes[j].Y || boxes[j].Y + boxes[j].Height <= y, $"boxes {i} and {j}");
            }
        }

        Assert.That(layout.Lines, Is.Not.Empty);
        foreach (var line in layout.Lines)
        {
            foreach (var (a, b) in line.Zip(line.Skip(1)))
            {
                Assert.That(Math.Abs(a.X - b.X) < 1e-6 || Math.Abs(a.Y - b.Y) < 1e-6, "lines turn at right angles");
                var (left, right, top, bottom) = (Math.Min(a.X, b.X), Math.Max(a.X, b.X), Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
                Assert.That(boxes.Where(box => right > box.X + 1 && left < box.X + box.Width - 1 && bottom > box.Y + 1 && top < box.Y + box.Height - 1), Is.Empty, "no line crosses a box");
            }
        }

        // What comes later stands further along.
        var places = layout.Blocks.Where(b => b.Item is PlotBox).ToDictionary(b => ((PlotBox)b.Item).Operation.Name, layout.Place);
        var (first, last) = name switch { "branched" => ("i", "relu"), "nested" => ("q", "pool"), _ => ("one", "two") };
        first = places.ContainsKey(first) ? first : places.Keys.First();
        last = places.ContainsKey(last) ? last : places.Keys.Last();
        Assert.That(direction switch { "TB" => places[last].Y > places[first].Y, "BT" => places[last].Y < places[first].Y, "LR" => places[last].X > places[first].X, _ => places[last].X < places[first].X });
    }

    [Test]
    public void FilesAreWritten()
    {
        var folder = Directory.CreateTempSubdirectory("plots").FullName;
        try
        {
            string In(string name) => Path.Combine(folder, name);
            var model = Models()["branched"];
            Utils.PlotModel(model, In("m.svg"), showShapes: true, showLayerNames: true, expandNested: true);
            var texts = XDocument.Load(In("m.svg")).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToArray();
            Assert.That(texts, Does.Contain("d1 (Dense)").And.Contain("Output shape: (None, 2)").And.Contain("inner"));
            Utils.PlotModel(model, In("m.png"), dpi: 72);
            var picture = Utils.LoadImg(In("m.png"));
            var layout = new PlotLayout(PlotGroup.Of(model, new PlotOptions(false, false, false, false, false, false)), "TB");
            Assert.That((picture.Shape[0], picture.Shape[1]), Is.EqualTo(((int)Math.Ceiling(layout.Height), (int)Math.Ceiling(layout.Width))));
            var pixels = picture.ToArray<byte>();
            Assert.That(pixels.Count(p => p == 0), Is.InRange(pixels.Length / 20, pixels.Length * 9 / 10), "black heads");
            Utils.PlotModel(model, In("m.jpg"));
            Utils.PlotModel(model, In("m.dot"), showLayerNames: true);
            Assert.That(File.ReadAllText(In("m.dot")), Does.Contain("<b>plus</b> (Add)"));
            Assert.That(Utils.LoadImg(In("m.jpg")).Shape[2], Is.EqualTo(3));
            Assert.That(() => Utils.PlotModel(model, In("m.tif")), Throws.InstanceOf<NotSupportedException>());
            Assert.That(() => Utils.PlotModel(model, In("m.png"), dpi: 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PlotOptions Options(JsonElement arguments)
    {
        bool Is(string name, bool otherwise = false) => arguments.TryGetProperty(name, out var value) ? value.GetBoolean() : otherwise;
        return new PlotOptions(Is("show_shapes"), Is("show_dtype"), Is("show_layer_names", true), Is("expand_nested"), Is("show_layer_activations"), Is("show_trainable"));
    }

    private static void Same(PlotGroup plot, JsonElement golden, Dictionary<KerasNet.Layers.Operation, int> ids)
    {
        int Id(KerasNet.Layers.Operation operation) => ids.TryGetValue(operation, out var id) ? id : ids[operation] = ids.Count;
        Assert.That(plot.Name, Is.EqualTo(golden.GetProperty("name").GetString()));
        Assert.That(plot.Items, Has.Count.EqualTo(golden.GetProperty("items").GetArrayLength()));
        foreach (var (item, recorded) in plot.Items.Zip(golden.GetProperty("items").EnumerateArray()))
        {
            if (item is PlotBox box)
            {
                Assert.That(DotText.Label(box), Is.EqualTo(recorded.GetProperty("label").GetString()));
                Assert.That(Id(box.Operation), Is.EqualTo(recorded.GetProperty("id").GetInt32()));
            }
            else
            {
                Same((PlotGroup)item, recorded, ids);
            }
        }

        Assert.That(plot.Edges.Select(e => new[] { Id(e.From), Id(e.To) }), Is.EqualTo(golden.GetProperty("edges").EnumerateArray().Select(e => new[] { e[0].GetInt32(), e[1].GetInt32() })));
    }

    private static Dictionary<string, Model> Models()
    {
        Tensor i = Keras.Input(3, name: "i"), j = Keras.Input(3, name: "j");
        var inner = new Sequential([new KerasNet.Layers.Dense(4, activation: "relu") { Name = "d1" }, new KerasNet.Layers.Dense(3) { Name = "d2" }]) { Name = "inner" };
        var shared = new KerasNet.Layers.Dense(2) { Name = "shared" };
        var x = inner.Apply(i);
        var y = new KerasNet.Layers.Add { Name = "plus" }.Apply(new Tensors([x, j]));
        var both = new KerasNet.Layers.Concatenate { Name = "both" }.Apply(new Tensors([shared.Apply(y), shared.Apply(x)]));
        var branched = new Model(new Tensors([i, j]), Ops.Relu(both)) { Name = "branched" };
        Tensor k = Keras.Input((5, 4), name: "k");
        var attention = new KerasNet.Layers.MultiHeadAttention(2, 2) { Name = "attention" }.Apply(k, k);
        var frozen = new KerasNet.Layers.BatchNormalization { Name = "norm", Trainable = false }.Apply(attention);
        var block = new Model(k, new KerasNet.Layers.Activation("tanh") { Name = "act" }.Apply(frozen)) { Name = "block" };
        Tensor q = Keras.Input((5, 4), name: "q");
        var nested = new Model(q, new Tensors([new KerasNet.Layers.Flatten { Name = "flat" }.Apply(block.Apply(q)), new KerasNet.Layers.GlobalMaxPooling1D { Name = "pool" }.Apply(q)])) { Name = "nested" };
        var middle = new Sequential([Keras.Input(4), new KerasNet.Layers.Dense(4) { Name = "a" }, new KerasNet.Layers.Dropout(0.5) { Name = "b" }]) { Name = "middle" };
        var plain = new Sequential([Keras.Input(8), new KerasNet.Layers.Dense(4, activation: "gelu") { Name = "one" }, middle, new KerasNet.Layers.Dense(1) { Name = "two" }]) { Name = "plain" };
        return new Dictionary<string, Model> { ["branched"] = branched, ["nested"] = nested, ["plain"] = plain };
    }
}
