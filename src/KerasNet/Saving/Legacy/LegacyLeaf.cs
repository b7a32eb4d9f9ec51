using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>The own variables of one layer, and how many arrays legacy files hold for them.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Trainable">Arrays among the trainable ones of the file's group.</param>
/// <param name="NonTrainable">Arrays among the others.</param>
internal sealed record LegacyLeaf(Layer Layer, int Trainable, int NonTrainable)
{
    /// <summary>The variables, in the order of the arrays.</summary>
    public IReadOnlyList<KerasVariable> Variables { get; } = [.. Layer.OwnTrainable, .. Layer.OwnNonTrainable];
}
