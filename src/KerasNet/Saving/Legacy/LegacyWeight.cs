using KerasNet.Hdf5;

namespace KerasNet.Saving.Legacy;

/// <summary>An array of a legacy file, read when it is needed.</summary>
/// <param name="Name">Its name there: <c>dense/kernel:0</c>.</param>
/// <param name="Shape">Its shape.</param>
/// <param name="Read">Gives its values.</param>
internal sealed record LegacyWeight(string Name, TensorShape Shape, Func<Tensor> Read)
{
    /// <summary>The name of the variable alone: <c>kernel</c>.</summary>
    public string VariableName { get; } = Name[(Name.LastIndexOf('/') + 1)..].Split(':')[0];

    public static LegacyWeight Of(string name, Hdf5Dataset dataset) => new(name, StoredTensor.ShapeOf(dataset), () => StoredTensor.Read(dataset));
}
