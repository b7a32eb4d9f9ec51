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

    /// <summary>A layer's own variables: those that are trained, and the others. A kernel that is frozen on its own is among the others, one that a wrapper takes from its layer is the layer's.</summary>
    public static (IReadOnlyList<KerasVariable> Trainable, IReadOnlyList<KerasVariable> Others) Own(Layer layer)
    {
        var own = layer.OwnTrainable.Except(layer.SubLayers.SelectMany(l => l.OwnTrainable)).ToList();
        return layer.Trainable ? ([.. own.Where(v => v.Trainable)], [.. own.Where(v => !v.Trainable), .. layer.OwnNonTrainable]) : (own, layer.OwnNonTrainable);
    }
}
