using KerasNet.Conformance.Mutants;

namespace KerasNet.Tests;

/// <summary>Damaged model files end in InvalidDataException with a sentence: no crash, no hang, no memory beyond the file's size.</summary>
public sealed class HostileModelFileTests
{
    private static readonly string[] _files =
        ["keras1.2.2-tf/mlp/model.h5", "keras1.2.2-tf/k1extras/model.h5", "tfk2.3/rawops/model.h5", "tfk2.15/opt_adam/model.keras", "keras3.15.1-tf/opt_adam/model.keras", "keras3.15.1-tf/rawops/model.keras", "keras3.15.1-tf/cnn/model.json", "traps/nested_frozen.keras", "traps/hard_sigmoid.h5"];

    [TestCaseSource(nameof(_files))]
    public void ADamagedFileIsAnInvalidDataException(string file)
    {
        using var scope = Keras.Scope("managed");
        var whole = File.ReadAllBytes(Golden.PathOf("saving/" + file));
        var path = Path.Combine(Path.GetTempPath(), $"hostile-{Guid.NewGuid():n}{Path.GetExtension(file)}");
        try
        {
            for (var i = 0; i < 250; i++)
            {
                Assert.That(MutantRun.Fault(ModelMutator.Damage(whole, Path.GetExtension(file), i), path), Is.Null, $"mutant {i}");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void NoPathLeavesTheArchive()
    {
        var folder = Directory.CreateTempSubdirectory("keras").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "model.weights.json"), """{"metadata": {}, "weight_map": {"/layers/dense/vars": "../../secret.h5"}}""");
            File.Copy(Golden.PathOf("saving/keras3.15.1-tf/cnn/model.json"), Path.Combine(folder, "config.json"));
            Assert.That(() => Keras.LoadModel(folder), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("outside its folder"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
