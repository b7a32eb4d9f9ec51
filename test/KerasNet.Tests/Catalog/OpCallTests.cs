using System.IO.Compression;
using KerasNet.Conformance.Records;

namespace KerasNet.Tests.Catalog;

/// <summary>Calls of every function of <c>keras.ops</c> with unusual arguments, against what Keras answered (scripts/make_op_call_goldens.py).</summary>
[TestFixtureSource(typeof(Backends), nameof(Backends.All))]
public sealed class OpCallTests(string backend)
{
    [Test]
    public void AnswersAsKerasDid()
    {
        using var scope = Keras.Scope(backend);
        var folder = Directory.CreateTempSubdirectory("calls");
        try
        {
            var path = Path.Combine(folder.FullName, "ops.jsonl");
            using (var packed = new GZipStream(File.OpenRead(Golden.PathOf("ops/calls.jsonl.gz")), CompressionMode.Decompress))
            using (var plain = File.Create(path))
            {
                packed.CopyTo(plain);
            }

            var outcomes = RecordFile.Replay(path).ToList();
            Assert.That(outcomes.Where(o => o.Kind != OutcomeKind.Passed), Is.Empty);
            Assert.That(outcomes, Has.Count.GreaterThan(5000));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
