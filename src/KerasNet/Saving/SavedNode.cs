using KerasNet.Layers;

namespace KerasNet.Saving;

/// <summary>An object whose variables stand in a weights file: a model, layer or optimizer.</summary>
/// <param name="Owner">The object.</param>
/// <param name="Name">Its name, which stands beside its variables.</param>
/// <param name="Variables">Its own variables, in Keras's order.</param>
/// <param name="Children">Objects inside, with their paths from here.</param>
internal sealed record SavedNode(object Owner, string Name, IReadOnlyList<KerasVariable> Variables, IReadOnlyList<(string Path, SavedNode Node)> Children)
{
    /// <summary>What the object saves where that is not its variables as they are; null for most.</summary>
    public ISavedState? State => Owner as ISavedState ?? (Owner as Layer)?.AdaptedState;

    /// <summary>True where it or an object inside has something to save.</summary>
    public bool HasVariables => Variables.Count > 0 || Children.Any(c => c.Node.HasVariables);
}
