using System.Runtime.CompilerServices;
using System.Text.Json;

namespace KerasNet.Tests.Tools;

/// <summary>keras.tree, against recordings of real Keras.</summary>
public sealed class TreeTests
{
    private static readonly JsonElement _golden = Golden.Json("tools/trees.json");

    private static object Structure => new object[] { (1, 2), new[] { 3 }, new Dictionary<string, int> { ["b"] = 5, ["a"] = 4 } };

    [Test]
    public void LeavesAreInKerasOrder()
    {
        Assert.That(Tree.Flatten(Structure), Is.EqualTo(_golden.GetProperty("flatten").EnumerateArray().Select(n => n.GetInt32())));
        var paths = Tree.FlattenWithPath(Structure).Select(p => $"[[{string.Join(", ", p.Path.Select(k => k is string s ? $"\"{s}\"" : k))}], {p.Item}]");
        Assert.That(paths, Is.EqualTo(_golden.GetProperty("paths").EnumerateArray().Select(p => p.GetRawText())));
        Assert.That(Tree.Flatten(null), Is.EqualTo(new object?[] { null }));
        Assert.That(Tree.Flatten(new OrderedDictionary<string, int> { ["b"] = 1, ["a"] = 2 }), Is.EqualTo(new[] { 1, 2 }));
    }

    [TestCase(true, "visited")]
    [TestCase(false, "after")]
    public void PartsAreVisitedInKerasOrder(bool topDown, string key)
    {
        var visited = new List<string>();
        Tree.Traverse(
            part =>
            {
                visited.Add(Python(part));
                return null;
            },
            Structure,
            topDown);
        Assert.That(visited, Is.EqualTo(_golden.GetProperty(key).EnumerateArray().Select(t => t.GetString())));
    }

    [Test]
    public void StructuresAreKept()
    {
        string Recorded(string name) => _golden.GetProperty(name).GetString()!;
        Assert.That(Python(Tree.MapStructure((int v) => v * 10, Structure)), Is.EqualTo(Recorded("mapped")));
        Assert.That(Tree.MapStructure((int v) => v * 10, (1, 2)), Is.EqualTo((10, 20)), "types too");
        Assert.That(Python(Tree.PackSequenceAs(Structure, ["u", "v", "w", "x", "y"])), Is.EqualTo(Recorded("packed")));
        Assert.That(Python(Tree.ListsToTuples(Structure)), Is.EqualTo(Recorded("tuples")));
        Assert.That(Python(Tree.MapStructureUpTo(new object[] { 0, new[] { 0, 0 } }, Python, new[] { new[] { 1, 1 }, new[] { 2, 2 } })), Is.EqualTo(Recorded("up_to")));
        Assert.That(
            Python(Tree.MapShapeStructure(s => s is ITuple t ? t.Length : ((TensorShape)s!).Rank, new Dictionary<string, object> { ["a"] = new TensorShape(-1, 3), ["b"] = new object[] { (1, 2, 3), ValueTuple.Create(4) } })),
            Is.EqualTo(Recorded("shapes")));
        Assert.That(Python(Tree.MapStructure(v => v is 2 ? null : v, new object[] { 1, 2 })), Is.EqualTo(Recorded("to_none")));
        Assert.That(Python(Tree.Traverse(v => v is 2 ? Tree.MapToNone : null, new object[] { 1, 2 })), Is.EqualTo(Recorded("to_none")));
        foreach (var (leaf, i) in new[] { (true, 0), (false, 1) })
        {
            Assert.That(Python(Tree.MapStructure(_ => "x", new object?[] { null, 1 }, noneIsLeaf: leaf)), Is.EqualTo(_golden.GetProperty("none")[i].GetString()));
        }

        Assert.That(Tree.MapStructures(a => a.Count, [(1, 2), (3, 4), (5, 6)]), Is.EqualTo((3, 3)));
        Assert.That(Tree.MapStructuresUpTo(new[] { 0 }, a => a.Count, [new[] { 1 }, new[] { new[] { 2 } }]), Is.EqualTo(new[] { 2 }));
        Assert.That(Tree.MapStructure((a, b) => (int)a! * (int)b!, new List<int> { 2, 3 }, new List<int> { 4, 5 }), Is.EqualTo(new List<int> { 8, 15 }));
        Assert.That(Tree.ListsToTuples(Enumerable.Range(0, 10).ToList()), Is.EqualTo((0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
    }

    [Test]
    public void TensorsAreStructures()
    {
        using var scope = Keras.Scope("managed");
        Tensor a = 1f, b = 2f;
        var doubled = (Tensors)Tree.MapStructure((Tensor t) => t * 2f, new Tensors(new Dictionary<string, Tensor> { ["b"] = b, ["a"] = a }))!;
        Assert.That((doubled.Names, doubled["b"].ToDouble()), Is.EqualTo((new[] { "b", "a" }, 4.0)));
        Assert.That(Tree.Flatten(new object[] { a, new Tensors([a, b]) }), Has.Count.EqualTo(3));
        Assert.That(Tree.IsNested((Tensors)a), Is.False);
    }

    [Test]
    public void DifferencesAreFound()
    {
        (object?, object?)[] pairs =
        [
            (new[] { 1 }, new[] { 2 }), (new[] { 1 }, ValueTuple.Create(2)), (Map("a"), Map("a")), (Map("a"), Map("b")), (new[] { 1, 2 }, new[] { 1 }), (1, new[] { 1 }), (new[] { 1 }, 1),
        ];
        foreach (var ((a, b), same) in pairs.Zip(_golden.GetProperty("same").EnumerateArray()))
        {
            Assert.That(() => Tree.AssertSameStructure(a, b), same.GetBoolean() ? Throws.Nothing : Throws.ArgumentException.With.Message.StartsWith("Structures don't have the same nested structure."));
        }

        var message = Assert.Throws<ArgumentException>(() => Tree.AssertSamePaths(new Dictionary<string, object> { ["a"] = 1, ["b"] = new[] { 1 } }, new Dictionary<string, object> { ["a"] = 1, ["b"] = new[] { 1, 2 }, ["c"] = 3 }))!.Message;
        Assert.That(message.Split('\n')[..2], Is.EqualTo(_golden.GetProperty("paths_differ").GetString()!.Split('\n')[..2]));
        Assert.That(message, Does.Contain("('b', 1)").And.Contain("('c',)"));
        Assert.That(() => Tree.AssertSamePaths(new[] { 1, 2 }, (3, 4)), Throws.Nothing);
        Assert.That(() => Tree.PackSequenceAs(Structure, [1, 2]), Throws.ArgumentException.With.Message.Contains("Expected: 5. Received: 2"));
        Assert.That(() => Tree.MapStructureUpTo(new[] { 0, 0 }, v => v, 1), Throws.ArgumentException);
        Assert.That(() => Tree.MapStructures(_ => null, []), Throws.ArgumentException.With.Message.Contains("at least one"));
        object?[] nested = [1, new[] { 1 }, ValueTuple.Create(), new Dictionary<string, int>(), "a", null];
        Assert.That(nested.Select(Tree.IsNested), Is.EqualTo(_golden.GetProperty("nested").EnumerateArray().Select(b => b.GetBoolean())));
    }

    private static Dictionary<string, int> Map(string key) => new() { [key] = 1 };

    /// <summary>A structure as Python writes it.</summary>
    private static string Python(object? part) => part switch
    {
        null => "None",
        string s => $"'{s}'",
        ITuple t => $"({string.Join(", ", Enumerable.Range(0, t.Length).Select(i => Python(t[i])))}{(t.Length == 1 ? "," : string.Empty)})",
        System.Collections.IDictionary d => $"{{{string.Join(", ", d.Keys.Cast<object>().Select(k => $"{Python(k)}: {Python(d[k])}"))}}}",
        System.Collections.IEnumerable e => $"[{string.Join(", ", e.Cast<object?>().Select(Python))}]",
        _ => FormattableString.Invariant($"{part}"),
    };
}
