using Google.Protobuf;
using KerasNet.TensorFlow.Emission;

namespace KerasNet.Tests.TensorFlow;

/// <summary>The list of ops that is carried along is the library's own, less those that nobody uses. <c>KERASNET_REFRESH=ops dotnet test test/KerasNet.Tests --filter OpListTests</c> writes it anew.</summary>
public sealed class OpListTests() : BackendFixture("tensorflow")
{
    private static readonly string[] _ofLoops = ["EmptyTensorList", "StatelessIf", "StatelessWhile", "TensorListPushBack", "TensorListReserve", "TensorListSetItem", "TensorListStack"];

    private static readonly string[] _ofText = ["AsString", "LowerBound", "SparseCross", "SparseToDense", "StaticRegexReplace", "StringJoin", "StringLower", "StringSplitV2", "StringToHashBucketFast", "StringToHashBucketStrong"];

    [Test]
    public void CarriedEntriesAreTheLibrarys()
    {
        string[] names = [.. OpDefinitionTests.Names.Where(n => n != "Scan").Union(_ofLoops).Union(_ofText).Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable("KERASNET_REFRESH") == "ops")
        {
            using var file = File.Create(Path.Combine(Golden.Repository, "src/KerasNet.TensorFlow/Emission/ops.pb"));
            using var output = new CodedOutputStream(file);
            foreach (var name in names)
            {
                output.WriteTag(1, WireFormat.WireType.LengthDelimited);
                output.WriteBytes(ByteString.CopyFrom(OpSchemas.Library.Find(name)));
            }

            return;
        }

        Assert.That(OpSchemas.Carried.Names, Is.EqualTo(names), "A new op is recorded with KERASNET_REFRESH=ops dotnet test test/KerasNet.Tests --filter OpListTests");
        Assert.That(names.Where(n => !OpSchemas.Carried.Find(n).SequenceEqual(OpSchemas.Library.Find(n))), Is.Empty);
    }
}
