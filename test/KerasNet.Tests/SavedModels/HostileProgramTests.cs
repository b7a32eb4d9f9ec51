using Google.Protobuf;
using KerasNet.Saving;
using KerasNet.TensorFlow.Protos;
using KerasNet.TensorFlow.SavedModels;

namespace KerasNet.Tests;

/// <summary>SavedModels that are damaged or mean harm end in an error with a sentence on the managed backend: no crash, no hang, no memory beyond measure.</summary>
public sealed class HostileProgramTests() : BackendFixture("managed")
{
    [TestCase("keras3/attention", "saved_model.pb")]
    [TestCase("keras3/images", "saved_model.pb")]
    [TestCase("keras3/merges", "saved_model.pb")]
    [TestCase("keras3/frames", "saved_model.pb")]
    [TestCase("keras3/merges", "variables/variables.index")]
    [TestCase("keras3/attention", "variables/variables.index")]
    [TestCase("keras3/attention", "variables/variables.data-00000-of-00001")]
    public void DamagedBytesBringASentence(string name, string file)
    {
        using var model = new ExportedModel(name);
        var path = Path.Combine(model.SavedModel, file);
        var (whole, io, random) = (File.ReadAllBytes(path), TensorArchive.Read(model.Data), new Random(3));
        var refused = 0;
        for (var i = 0; i < 60; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                bytes[random.Next(bytes.Length)] = (byte)(i % 3 == 0 ? random.Next(256) : random.Next(32, 127));
            }

            File.WriteAllBytes(path, i % 10 == 9 ? bytes[..random.Next(bytes.Length)] : bytes);
            refused += Refused(model.SavedModel, io) ? 1 : 0;
        }

        Assert.That(refused, Is.GreaterThan(3));
    }

    /// <summary>Messages that are whole but say something else: nodes that name others, other ops, other numbers.</summary>
    [TestCase("keras3/dense")]
    [TestCase("keras3/attention")]
    [TestCase("keras3/images")]
    [TestCase("keras3/lines_and_volumes")]
    [TestCase("keras3/merges")]
    public void ChangedGraphsBringASentence(string name)
    {
        using var model = new ExportedModel(name);
        var path = Path.Combine(model.SavedModel, "saved_model.pb");
        var (whole, io, random) = (SavedModelProto.Parser.ParseFrom(File.ReadAllBytes(path)), TensorArchive.Read(model.Data), new Random(5));
        var refused = 0;
        for (var i = 0; i < 90; i++)
        {
            Write(path, whole, graph => GraphChanges.Apply(graph, random, i));
            refused += Refused(model.SavedModel, io) ? 1 : 0;
        }

        Assert.That(refused, Is.GreaterThan(20));
    }

    [Test]
    public void FunctionsThatCallThemselvesAreRefused()
    {
        using var model = new ExportedModel("keras3/dense");
        ChangeFunctions(model, f =>
        {
            foreach (var call in f.NodeDef.Where(n => n.Op == "StatefulPartitionedCall"))
            {
                call.Attr["f"].Func.Name = f.Signature.Name;
            }
        });
        Assert.That(() => Run(model.SavedModel, TensorArchive.Read(model.Data)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("call themselves"));
    }

    [Test]
    public void NodesThatNeedThemselvesAreRefused()
    {
        using var model = new ExportedModel("keras3/dense");
        ChangeFunctions(model, f =>
        {
            foreach (var node in f.NodeDef.Where(n => n.Op == "Softmax"))
            {
                node.Input[0] = node.Name + ":softmax:0";
            }
        });
        Assert.That(() => Run(model.SavedModel, TensorArchive.Read(model.Data)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("depends on itself"));
    }

    [Test]
    public void ThousandsOfNestedCallsAreRefusedSoon()
    {
        // 40 functions, each calling the next twice, are 2^40 calls.
        using var model = new ExportedModel("keras3/dense");
        var path = Path.Combine(model.SavedModel, "saved_model.pb");
        Write(path, SavedModelProto.Parser.ParseFrom(File.ReadAllBytes(path)), graph =>
        {
            for (var i = 0; i < 40; i++)
            {
                var function = new FunctionDef { Signature = new OpDef { Name = $"f{i}", InputArg = { new OpDef.Types.ArgDef { Name = "x", Type = 1 } }, OutputArg = { new OpDef.Types.ArgDef { Name = "y", Type = 1 } } } };
                foreach (var name in (string[])["a", "b"])
                {
                    var node = new NodeDef { Name = name, Op = i == 39 ? "Relu" : "PartitionedCall", Input = { name == "a" ? "x" : i == 39 ? "a:activations:0" : "a:output:0" } };
                    if (i < 39)
                    {
                        node.Attr["f"] = new AttrValue { Func = new NameAttrList { Name = $"f{i + 1}" } };
                    }

                    function.NodeDef.Add(node);
                }

                function.Ret["y"] = i == 39 ? "b:activations:0" : "b:output:0";
                graph.Library.Function.Add(function);
            }

            foreach (var node in graph.Library.Function.SelectMany(f => f.NodeDef).Where(n => n.Op == "Softmax"))
            {
                node.Op = "PartitionedCall";
                node.Attr["f"] = new AttrValue { Func = new NameAttrList { Name = "f0" } };
            }
        });
        Assert.That(() => Run(model.SavedModel, TensorArchive.Read(model.Data)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("more than 1000000 ops"));
    }

    [Test]
    public void AnUnknownOpIsNamed()
    {
        using var model = new ExportedModel("keras3/dense");
        ChangeFunctions(model, f =>
        {
            foreach (var node in f.NodeDef.Where(n => n.Op == "Softmax"))
            {
                node.Op = "SparseSoftmax";
            }
        });
        Assert.That(() => Run(model.SavedModel, TensorArchive.Read(model.Data)),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("is a SparseSoftmax, which the managed backend does not run").And.Message.Contains("KERASNET_BACKEND=tensorflow"));
    }

    [Test]
    public void AConstantLargerThanItsFileIsRefused()
    {
        using var model = new ExportedModel("keras3/dense");
        ChangeFunctions(model, f =>
        {
            foreach (var node in f.NodeDef.Where(n => n.Op == "Const"))
            {
                node.Attr["value"].Tensor.TensorShape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dim { Size = 1 << 27 } } };
            }
        });
        Assert.That(() => Run(model.SavedModel, TensorArchive.Read(model.Data)), Throws.TypeOf<InvalidDataException>().With.Message.Contains("a constant of shape (134217728,)"));
    }

    /// <summary>Whether a damaged SavedModel is refused; what is no refusal must work or be a kernel's complaint.</summary>
    private static bool Refused(string folder, IReadOnlyDictionary<string, Tensor> io)
    {
        try
        {
            Run(folder, io);
            return false;
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or ArgumentException or KeyNotFoundException or FileNotFoundException)
        {
            Assert.That(e.Message, Is.Not.Empty);
            return true;
        }
    }

    private static void Run(string folder, IReadOnlyDictionary<string, Tensor> io)
    {
        using var saved = SavedModel.Load(folder);
        var signature = saved.Signature("serving_default");
        signature.Run(signature.InputNames.Select((n, i) => (n, i)).Where(p => io.ContainsKey($"x{p.i}")).ToDictionary(p => p.n, p => io[$"x{p.i}"]));
    }

    private static void ChangeFunctions(ExportedModel model, Action<FunctionDef> change)
    {
        var path = Path.Combine(model.SavedModel, "saved_model.pb");
        Write(path, SavedModelProto.Parser.ParseFrom(File.ReadAllBytes(path)), graph =>
        {
            foreach (var function in graph.Library.Function)
            {
                change(function);
            }
        });
    }

    private static void Write(string path, SavedModelProto whole, Action<GraphDef> change)
    {
        var saved = whole.Clone();
        var graph = GraphDef.Parser.ParseFrom(saved.MetaGraphs[0].GraphDef);
        change(graph);
        saved.MetaGraphs[0].GraphDef = graph.ToByteString();
        File.WriteAllBytes(path, saved.ToByteArray());
    }
}
