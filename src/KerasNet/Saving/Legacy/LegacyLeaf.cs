using KerasNet.Layers;

namespace KerasNet.Saving.Legacy;

/// <summary>The own variables of one layer, and how many arrays legacy files hold for them.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Trainable">Arrays among the trainable ones of the file's group.</param>
/// <param name="NonTrainable">Arrays among the others.</param>
internal sealed record LegacyLeaf(Layer Layer, int Trainable, int NonTrainable)
{
    /// <summary>The variables, in the order of the arrays.</summary>
    public IReadOnlyList<KerasVariable> Variables { get; } = [.. Own(Layer).Trainable, .. Own(Layer).Others];

    /// <summary>A layer's own variables: those that are trained, and the others. A kernel that is frozen on its own is among the others.</summary>
    public static (IReadOnlyList<KerasVariable> Trainable, IReadOnlyList<KerasVariable> Others) Own(Layer layer) => layer.Trainable
        ? ([.. layer.OwnTrainable.Where(v => v.Trainable)], [.. layer.OwnTrainable.Where(v => !v.Trainable), .. layer.OwnNonTrainable])
        : (layer.OwnTrainable, layer.OwnNonTrainable);
}
